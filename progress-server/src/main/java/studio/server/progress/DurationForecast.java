package studio.server.progress;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import studio.model.progress.StepKey;
import studio.server.progress.sql.CostRepository;

/**
 * What a job will take before it has shown anything, from what finished jobs of the same strategy and optimizer took
 * per trial and candle on this installation. Thread-safe.
 */
public final class DurationForecast {
    private static final int SAMPLES = 20;
    /** With few samples the spread is not known: the interval is this factor both ways. */
    private static final double FEW_SAMPLES_FACTOR = 1.7;

    private static final int ENOUGH_SAMPLES = 5;

    private final CostRepository costs;

    public DurationForecast(CostRepository costs) {
        this.costs = costs;
    }

    /** The whole job; empty while nothing like it has finished here. */
    public Optional<DurationEstimate> job(WorkPlan plan) {
        Optional<DurationEstimate> optimization = step(StepKey.OPTIMIZATION, plan);
        return optimization.map(estimate -> {
            DurationEstimate sum = estimate;
            for (StepKey key : List.of(StepKey.DATA_COLLECTION, StepKey.VALIDATION, StepKey.SAVE_CONFIG)) {
                Optional<DurationEstimate> other = step(key, plan);
                if (other.isPresent()) {
                    sum = sum.plus(other.get());
                }
            }
            return sum;
        });
    }

    /** One step; empty while nothing like it has finished here. A skipped validation takes no time. */
    public Optional<DurationEstimate> step(StepKey key, WorkPlan plan) {
        if (key == StepKey.VALIDATION && plan.validationTrials() == 0) {
            return Optional.of(new DurationEstimate(0, 0, 0, Integer.MAX_VALUE));
        }
        List<StepCost> samples = costs.newest(plan.strategy(), plan.optimizer(), key, SAMPLES);
        return switch (key) {
            case DATA_COLLECTION ->
                range(samples, cost -> cost.seconds() * plan.candles() / Math.max(1, cost.candles()));
            case OPTIMIZATION -> range(samples, cost -> scaled(cost, plan.trials(), plan.candles()));
            case VALIDATION -> range(samples, cost -> scaled(cost, plan.validationTrials(), plan.validationCandles()));
            case SAVE_CONFIG -> range(samples, StepCost::seconds);
        };
    }

    private static double scaled(StepCost cost, long trials, long candles) {
        double model = cost.step() == StepKey.VALIDATION
                ? cost.modelSeconds() * trials / Math.max(1, cost.trials())
                : cost.modelSecondsFor(trials);
        return cost.evaluationRate() * trials * candles + model;
    }

    private static Optional<DurationEstimate> range(List<StepCost> samples, ToDoubleFunction<StepCost> seconds) {
        double[] sorted = samples.stream().mapToDouble(seconds).sorted().toArray();
        if (sorted.length == 0) {
            return Optional.empty();
        }
        double median = quantile(sorted, 0.5);
        boolean few = sorted.length < ENOUGH_SAMPLES;
        double low = few ? Math.min(sorted[0], median / FEW_SAMPLES_FACTOR) : quantile(sorted, 0.1);
        double high = few ? Math.max(sorted[sorted.length - 1], median * FEW_SAMPLES_FACTOR) : quantile(sorted, 0.9);
        return Optional.of(new DurationEstimate(low, median, high, sorted.length));
    }

    /** Linear interpolation between order statistics. */
    static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
