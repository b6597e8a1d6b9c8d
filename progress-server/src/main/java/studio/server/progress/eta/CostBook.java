package studio.server.progress.eta;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import studio.model.progress.StepKey;
import studio.server.progress.CostSource;
import studio.server.progress.StepCost;
import studio.server.progress.WorkPhase;
import studio.server.progress.WorkPlan;

/** Reads from finished jobs what a job of the same strategy and optimizer costs. Thread-safe if its source is. */
final class CostBook {
    private static final int SAMPLES = 20;
    private static final double LEAST_SPREAD = 0.1;
    private static final double FEW_SPREAD = 0.35;
    private static final double TINY = 1e-12;

    private final CostSource source;
    private final int threads;

    CostBook(CostSource source, int threads) {
        this.source = source;
        this.threads = threads;
    }

    /** One kind of phase; empty while none like it has finished here. */
    Optional<KindCost> phase(WorkPlan plan, WorkPhase phase) {
        List<StepCost> costs = source.newest(plan.strategy(), plan.optimizer(), phase.step(), phase.name(), SAMPLES);
        if (costs.isEmpty()) {
            return Optional.empty();
        }
        double evaluation = newestFirst(costs, this::evaluation);
        return Optional.of(new KindCost(
                evaluation,
                newestFirst(costs, cost -> model(phase, cost)),
                Math.hypot(
                        spread(costs.stream().mapToDouble(this::evaluation).toArray(), evaluation),
                        threadsSpread(costs)),
                costs.size()));
    }

    /** A step without phases, in seconds; empty while none like it has finished here. */
    Optional<Double> step(WorkPlan plan, StepKey step) {
        List<StepCost> costs = source.newest(plan.strategy(), plan.optimizer(), step, "", SAMPLES);
        return costs.isEmpty()
                ? Optional.empty()
                : Optional.of(newestFirst(
                        costs,
                        cost -> step == StepKey.DATA_COLLECTION
                                ? cost.seconds() * Math.max(1, plan.candles()) / Math.max(1, cost.candles())
                                : cost.seconds()));
    }

    private double evaluation(StepCost cost) {
        return cost.evaluationSeconds()
                / cost.evaluations()
                * Math.exp(Tuning.THREADS * moreThreads(cost))
                / cost.jobs();
    }

    /** The logarithm of how many times as many threads there were then. */
    private double moreThreads(StepCost cost) {
        Integer then = cost.threads();
        return then == null ? 0 : Math.log(then / (double) threads);
    }

    /** What threads give depends on the machine and on what else it does. */
    private double threadsSpread(List<StepCost> costs) {
        double sum = 0;
        double weights = 0;
        double weight = 1;
        for (StepCost cost : costs) {
            sum += weight * Math.abs(moreThreads(cost));
            weights += weight;
            weight *= Tuning.FADING_COST;
        }
        return Tuning.OTHER_THREADS_SPREAD * sum / weights;
    }

    private static double model(WorkPhase phase, StepCost cost) {
        return phase.modelled()
                ? cost.modelSeconds() / (cost.phases() * ModelGrowth.work(phase, Math.max(1, cost.trials())))
                : 0;
    }

    /** A weighted median: machines have moods, and the newest job knows today's. */
    private static double newestFirst(List<StepCost> costs, ToDoubleFunction<StepCost> figure) {
        double[][] weighted = new double[costs.size()][];
        for (int i = 0; i < weighted.length; i++) {
            weighted[i] = new double[] {figure.applyAsDouble(costs.get(i)), Math.pow(Tuning.FADING_COST, i)};
        }
        Arrays.sort(weighted, (a, b) -> Double.compare(a[0], b[0]));
        double half = Arrays.stream(weighted).mapToDouble(w -> w[1]).sum() / 2;
        double sum = 0;
        for (double[] each : weighted) {
            sum += each[1];
            if (sum >= half) {
                return each[0];
            }
        }
        return weighted[weighted.length - 1][0];
    }

    /** A robust standard deviation of the logarithm; wide while few are known. */
    private static double spread(double[] values, double middle) {
        double[] away = Arrays.stream(values)
                .map(value -> Math.abs(Math.log((value + TINY) / (middle + TINY))))
                .sorted()
                .toArray();
        double own = 1.4826 * away[away.length / 2];
        double weight = away.length / (away.length + 3.0);
        return Math.max(LEAST_SPREAD, weight * own + (1 - weight) * FEW_SPREAD);
    }
}
