package studio.server.progress.eta;

import java.util.List;
import studio.model.progress.StepKey;
import studio.server.progress.WorkPhase;
import studio.server.progress.WorkPlan;

/** How much of each phase of one step is done at a share of its bar. */
final class StepWork {
    private final List<WorkPhase> phases;
    private final double weight;

    StepWork(WorkPlan plan, StepKey step) {
        phases = plan.phases(step);
        weight = plan.evaluations(step);
    }

    /** How much of one phase is done, 0..1, at that share of the step. */
    private double part(int phase, double share) {
        double before = 0;
        for (int i = 0; i < phase; i++) {
            before += phases.get(i).weight();
        }
        double own = phases.get(phase).weight();
        return Math.max(0, Math.min(1, (share * weight - before) / own));
    }

    List<WorkPhase> phases() {
        return phases;
    }

    /** The phase that runs at that share; the last one at the end. */
    WorkPhase at(double share) {
        for (int i = 0; i < phases.size() - 1; i++) {
            if (part(i, share) < 1) {
                return phases.get(i);
            }
        }
        return phases.get(phases.size() - 1);
    }

    /** Trials times candles of one kind of phase between two shares. */
    double evaluations(String name, double from, double to) {
        double sum = 0;
        for (int i = 0; i < phases.size(); i++) {
            if (phases.get(i).name().equals(name)) {
                sum += phases.get(i).weight() * (part(i, to) - part(i, from));
            }
        }
        return sum;
    }

    /** Model work of one kind of phase between two shares. */
    double model(String name, double from, double to) {
        double sum = 0;
        for (int i = 0; i < phases.size(); i++) {
            WorkPhase phase = phases.get(i);
            if (phase.modelled() && phase.name().equals(name)) {
                sum += ModelGrowth.work(phase, part(i, to) * phase.trials())
                        - ModelGrowth.work(phase, part(i, from) * phase.trials());
            }
        }
        return sum;
    }
}
