package studio.server.progress.eta;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.model.progress.StepKey;
import studio.server.progress.CostSource;
import studio.server.progress.WorkPhase;
import studio.server.progress.WorkPlan;

/**
 * The end of one job as it can be told now, from what it has shown and, before that, from what finished jobs took. Sees
 * looks at the job in order of time and nothing else, so that a recorded job can be replayed. Not thread-safe.
 */
public final class Forecaster {
    private static final double LEAST_SECONDS = 1e-9;

    private final CostBook book;
    private final Calibration calibration;
    private final ActiveTime active = new ActiveTime();
    private final Map<String, PhaseEvidence> shown = new LinkedHashMap<>();
    private final Map<String, KindCost> known = new LinkedHashMap<>();
    private final Map<StepKey, Double> knownSteps = new LinkedHashMap<>();
    private @Nullable WorkPlan plan;
    private @Nullable TracePoint last;
    private Replay replay = Replay.NONE;

    public Forecaster(CostSource history, Calibration calibration, int threads) {
        this.book = new CostBook(history, threads);
        this.calibration = calibration;
    }

    /** How much work the job is; asks the history. */
    public void plan(WorkPlan work) {
        plan = work;
        known.clear();
        for (WorkPhase phase : work.phases()) {
            if (!known.containsKey(phase.name())) {
                book.phase(work, phase).ifPresent(cost -> known.put(phase.name(), cost));
            }
        }
        for (StepKey step : StepKey.values()) {
            if (work.phases(step).isEmpty()) {
                book.step(work, step).ifPresent(seconds -> knownSteps.put(step, seconds));
            }
        }
    }

    /** Finished jobs that the first forecast comes from. */
    public int samples() {
        return known.values().stream().mapToInt(KindCost::samples).min().orElse(0);
    }

    /** Takes a look at the job; its own forecast is not read. */
    public void see(TracePoint point) {
        double seconds = active.advance(point.millis());
        TracePoint before = last;
        last = point;
        if (before == null || before.step() != point.step()) {
            replay = Replay.of(point);
            return;
        }
        WorkPlan work = plan;
        if (work == null || work.phases(point.step()).isEmpty()) {
            return;
        }
        learn(work, before, point, seconds);
    }

    private void learn(WorkPlan work, TracePoint before, TracePoint point, double seconds) {
        StepWork step = new StepWork(work, point.step());
        if (replay.goesOn(point)) {
            return;
        }
        String name = step.at((before.share() + point.share()) / 2).name();
        double fade = Math.pow(Math.max(0, 1 - seconds / Math.max(seconds, active.seconds())), Tuning.FORGETTING);
        shown.values().forEach(evidence -> evidence.fade(fade));
        double modelSeconds = Math.max(0, point.modelSeconds() - before.modelSeconds());
        double modelFrom = before.share();
        if (replay.ended()) {
            // The model was told again of what an earlier worker had done: that shows what telling it costs.
            modelSeconds = point.modelSeconds();
            modelFrom = 0;
            seconds = Math.max(seconds, modelSeconds);
            replay = Replay.NONE;
        }
        double jobs = 1 + (before.otherJobs() + point.otherJobs()) / 2.0;
        PhaseEvidence own = shown.computeIfAbsent(name, n -> new PhaseEvidence());
        own.evaluation.add((seconds - modelSeconds) / jobs, step.evaluations(name, before.share(), point.share()));
        own.model.add(modelSeconds / Math.pow(jobs, Tuning.MODEL_LOAD), step.model(name, modelFrom, point.share()));
    }

    /** What is left at that moment; null while it cannot be known. */
    public @Nullable Remaining remaining() {
        WorkPlan work = plan;
        if (work == null) {
            return null;
        }
        TracePoint now = last;
        StepKey from = now == null ? StepKey.DATA_COLLECTION : now.step();
        double jobs = 1 + (now == null ? 0 : now.otherJobs());
        double sum = 0;
        double uncertain = 0;
        for (StepKey step : StepKey.values()) {
            if (step.number() < from.number() || work.skips(step)) {
                continue;
            }
            double share = now != null && step == now.step() ? now.share() : 0;
            Map<String, Double> parts =
                    work.phases(step).isEmpty() ? Map.of("", plainStep(step, share)) : phases(work, step, share, jobs);
            for (Map.Entry<String, Double> part : parts.entrySet()) {
                double seconds = part.getValue();
                if (Double.isNaN(seconds)) {
                    return null;
                }
                sum += seconds;
                uncertain += seconds * spread(work, part.getKey());
            }
        }
        double spread = Math.max(Tuning.LEAST_SPREAD, sum <= 0 ? 0 : uncertain / sum);
        return calibration.around(sum, spread);
    }

    /** Seconds left of a step without phases. */
    private double plainStep(StepKey step, double share) {
        double whole = knownSteps.getOrDefault(step, Tuning.UNKNOWN_STEP_SECONDS);
        return Math.max(0, whole * (1 - share));
    }

    /** Seconds left of each kind of phase of one step; NaN where nothing is known. */
    private Map<String, Double> phases(WorkPlan work, StepKey key, double share, double jobs) {
        StepWork step = new StepWork(work, key);
        Map<String, Double> left = new LinkedHashMap<>();
        for (WorkPhase phase : step.phases()) {
            if (left.containsKey(phase.name())) {
                continue;
            }
            double evaluations = step.evaluations(phase.name(), share, 1);
            double modelWork = step.model(phase.name(), share, 1);
            KindCost cost = cost(phase.name());
            left.put(
                    phase.name(),
                    cost == null
                            ? Double.NaN
                            : cost.evaluation() * evaluations * jobs
                                    + cost.model() * modelWork * Math.pow(jobs, Tuning.MODEL_LOAD)
                                    + (phase == step.at(share)
                                            ? replay.left(cost.model() * step.model(phase.name(), 0, share))
                                            : 0));
        }
        return left;
    }

    /** What a kind of phase costs, by what it has shown, by the history, or by what other kinds have shown. */
    private @Nullable KindCost cost(String name) {
        PhaseEvidence own = shown.get(name);
        KindCost prior = known.get(name);
        if (own != null && !own.isEmpty()) {
            double variance = prior == null ? 0 : prior.spread() * prior.spread();
            return new KindCost(
                    own.evaluation.rate(prior == null ? 0 : prior.evaluation(), variance),
                    own.model.rate(prior == null ? 0 : prior.model(), variance),
                    Math.sqrt(own.evaluation.variance() + Tuning.DRIFT),
                    0);
        }
        KindCost ahead = prior;
        for (Map.Entry<String, PhaseEvidence> other : shown.entrySet()) {
            if (!other.getValue().isEmpty()) {
                KindCost now = cost(other.getKey());
                KindCost then = known.get(other.getKey());
                ahead = prior == null || then == null || now == null ? now : carried(prior, now, then);
            }
        }
        return ahead;
    }

    /** What the history says, times how much slower than the history this job is. */
    private static KindCost carried(KindCost prior, KindCost now, KindCost then) {
        return new KindCost(
                prior.evaluation() * ratio(now.evaluation(), then.evaluation()),
                prior.model() * ratio(now.model(), then.model()),
                prior.spread(),
                prior.samples());
    }

    private static double ratio(double now, double then) {
        return now < LEAST_SECONDS * 1e-6 || then < LEAST_SECONDS * 1e-6 ? 1 : Math.pow(now / then, Tuning.CARRIED);
    }

    private static double evaluations(WorkPlan work, String name) {
        double sum = 0;
        for (WorkPhase phase : work.phases()) {
            sum += phase.name().equals(name) ? phase.weight() : 0;
        }
        return sum;
    }

    /** How uncertain the logarithm of a part is. */
    private double spread(WorkPlan work, String name) {
        if (name.isEmpty()) {
            return Tuning.STEP_SPREAD;
        }
        PhaseEvidence own = shown.get(name);
        KindCost prior = known.get(name);
        double before = prior == null ? Tuning.GUESS_SPREAD : prior.spread();
        if (own == null || own.isEmpty()) {
            boolean others = shown.values().stream().anyMatch(e -> !e.isEmpty());
            return others ? Math.min(before, Tuning.BORROWED_SPREAD) : before;
        }
        double shownSpread = Math.sqrt(own.evaluation.variance() + Tuning.DRIFT);
        double share = own.evaluation.seen() / evaluations(work, name);
        double weight = share / (share + 0.1);
        return Math.min(Tuning.GUESS_SPREAD, (1 - weight) * before + weight * (Tuning.SHOWN_SPREAD + shownSpread));
    }
}
