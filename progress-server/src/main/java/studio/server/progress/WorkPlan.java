package studio.server.progress;

import java.util.List;
import studio.model.progress.StepKey;

/**
 * How much work a job is, as far as its duration depends on it. A further part of a step is one more phase: its weight
 * in the bar ({@link #share}) and its place in the forecast follow from it.
 *
 * @param strategy name
 * @param optimizer wire name
 * @param candles after filters
 * @param phases in the order in which they run
 */
public record WorkPlan(String strategy, String optimizer, long candles, List<WorkPhase> phases) {
    public WorkPlan {
        phases = List.copyOf(phases);
    }

    /** The phases of one step, in order. */
    public List<WorkPhase> phases(StepKey step) {
        return phases.stream().filter(phase -> phase.step() == step).toList();
    }

    /** Pieces of work of that step. */
    public long trials(StepKey step) {
        return phases(step).stream().mapToLong(WorkPhase::trials).sum();
    }

    /** Trials times candles of that step. */
    public double evaluations(StepKey step) {
        return phases(step).stream().mapToDouble(WorkPhase::weight).sum();
    }

    /** True when the step has nothing to do. */
    public boolean skips(StepKey step) {
        return step == StepKey.VALIDATION && phases(step).isEmpty();
    }

    /**
     * How much of a step is done, 0..1: whole phases before, and a part of the one at {@code phase}.
     *
     * @param phase index among the step's phases
     * @param inPhase 0..1
     */
    public double share(StepKey step, int phase, double inPhase) {
        List<WorkPhase> all = phases(step);
        double done = 0;
        double sum = 0;
        for (int i = 0; i < all.size(); i++) {
            double weight = all.get(i).weight();
            sum += weight;
            done += i < phase ? weight : i == phase ? weight * Math.max(0, Math.min(1, inPhase)) : 0;
        }
        return sum == 0 ? 0 : done / sum;
    }
}
