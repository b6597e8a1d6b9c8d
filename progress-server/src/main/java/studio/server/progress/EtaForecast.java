package studio.server.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.model.progress.StepKey;

/**
 * The end of one job as it can be told now: what is left of the active step by the rate that it shows, and the steps to
 * come by what finished jobs took, or by what this job's own trials took. Nothing is told while a step to come is
 * unknown. Guarded by its tracker.
 */
public final class EtaForecast {
    private final @Nullable DurationForecast history;
    private final Map<StepKey, DurationEstimate> ahead = new EnumMap<>(StepKey.class);
    private @Nullable WorkPlan plan;
    private @Nullable StepKey step;
    private StepRate rate = new StepRate(false);
    private volatile double modelSeconds;

    /**
     * @param history what finished jobs took; null when there is none to ask
     */
    public EtaForecast(@Nullable DurationForecast history) {
        this.history = history;
    }

    /** How much work the job is; asks the history once, on the caller's thread. */
    public void plan(WorkPlan work) {
        Map<StepKey, DurationEstimate> known = new EnumMap<>(StepKey.class);
        if (history != null) {
            for (StepKey key : StepKey.values()) {
                history.step(key, work).ifPresent(estimate -> known.put(key, estimate));
            }
        }
        synchronized (this) {
            plan = work;
            ahead.putAll(known);
        }
    }

    /** Seconds that the optimizer's own model has taken in this step. */
    public void modelSeconds(double seconds) {
        modelSeconds = seconds;
    }

    synchronized void stepStarted(StepKey key, Instant now) {
        if (step == StepKey.OPTIMIZATION && key == StepKey.VALIDATION) {
            learnFromOptimization(now);
        }
        step = key;
        modelSeconds = 0;
        rate = new StepRate(key == StepKey.OPTIMIZATION && plan != null && plan.modelCostGrows());
    }

    /** The windows' trials cost what this job's own trials cost, in proportion to their candles. */
    private void learnFromOptimization(Instant now) {
        WorkPlan work = plan;
        double seconds = rate.elapsed(now);
        if (work == null || work.validationTrials() == 0 || seconds <= 0) {
            return;
        }
        double evaluation = Math.max(0, seconds - modelSeconds) / Math.max(1, work.trials());
        double expected = evaluation * work.validationTrials() * work.validationCandles() / Math.max(1, work.candles())
                + modelSeconds * work.validationTrials() / Math.max(1, work.trials());
        ahead.put(StepKey.VALIDATION, new DurationEstimate(expected * 0.6, expected, expected * 1.5, 1));
    }

    synchronized void observe(ProgressState state, Instant now) {
        if (step != null && state.stepNumber() == step.number()) {
            rate.observe(state.figures().stepPercentage() / 100, now);
        }
    }

    /** Null while not known. */
    synchronized @Nullable EtaRange estimate(Instant now) {
        StepKey active = step;
        if (active == null || plan == null) {
            return null;
        }
        DurationEstimate prior = ahead.get(active);
        Optional<DurationEstimate> left = rate.remaining(prior, now);
        if (left.isEmpty()) {
            return null;
        }
        DurationEstimate sum = left.get();
        for (StepKey key : StepKey.values()) {
            if (key.number() > active.number()) {
                DurationEstimate next = next(key, sum);
                if (next == null) {
                    return null;
                }
                sum = sum.plus(next);
            }
        }
        return new EtaRange(after(now, sum.low()), after(now, sum.expected()), after(now, sum.high()));
    }

    private @Nullable DurationEstimate next(StepKey key, DurationEstimate current) {
        DurationEstimate known = ahead.get(key);
        if (known != null) {
            return known;
        }
        WorkPlan work = plan;
        if (key == StepKey.SAVE_CONFIG) {
            return new DurationEstimate(0, 0.5, 2, 0);
        }
        if (key != StepKey.VALIDATION || work == null) {
            return null;
        }
        if (work.validationTrials() == 0) {
            return new DurationEstimate(0, 0, 0, 0);
        }
        // No finished job to learn from: in proportion to trials and candles, at the rate that the optimization shows.
        double whole = rate.whole(current.expected());
        double expected = whole
                * work.validationTrials()
                * work.validationCandles()
                / Math.max(1.0, (double) work.trials() * work.candles());
        return new DurationEstimate(expected * 0.5, expected, expected * 2, 0);
    }

    private static Instant after(Instant now, double seconds) {
        return now.plus(Duration.ofMillis(Math.round(Math.max(0, seconds) * 1000)));
    }
}
