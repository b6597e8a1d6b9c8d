package studio.benchmarks.optimizer;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.engine.search.Evaluation;
import studio.engine.search.Optimizer;
import studio.engine.search.Optimizers;
import studio.engine.search.ParameterSet;
import studio.engine.search.Trial;
import studio.model.job.OptimizerKind;

/**
 * One seed's way over one function.
 *
 * @param best lowest feasible value after each evaluation; infinite before the first
 * @param proposalNanos the optimizer's own processor time for each evaluation, a batch's time shared by its points
 */
record OptimizerRun(double[] best, double[] proposalNanos) {
    /** Processor time of the calling thread: other work on the machine does not count. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    static OptimizerRun of(TestFunction function, OptimizerKind kind, int seed, int evaluations) {
        Optimizer optimizer = Optimizers.create(kind, function.space(), seed, evaluations);
        double[] best = new double[evaluations];
        double[] nanos = new double[evaluations];
        double lowest = Double.POSITIVE_INFINITY;
        for (int done = 0; done < evaluations; ) {
            long start = CPU.getCurrentThreadCpuTime();
            List<ParameterSet> points = optimizer.ask(evaluations - done);
            List<Trial> batch = new ArrayList<>();
            int first = done;
            for (ParameterSet point : points) {
                Evaluation evaluation = function.evaluate(point);
                done++;
                batch.add(new Trial(done, point, evaluation, 0));
                lowest = Math.min(lowest, batch.get(batch.size() - 1).isFeasible() ? -evaluation.score() : lowest);
                best[done - 1] = lowest;
            }
            optimizer.tell(batch);
            double spent = CPU.getCurrentThreadCpuTime() - start;
            Arrays.fill(nanos, first, done, spent / points.size());
        }
        return new OptimizerRun(best, nanos);
    }

    /** Mean over the forty evaluations up to that number, so that model fits between them count. */
    double millisNear(int number) {
        return Arrays.stream(proposalNanos, number - 40, number).average().orElseThrow() / 1e6;
    }

    /** The optimizer's own time for all evaluations up to that number. */
    double secondsUntil(int number) {
        return Arrays.stream(proposalNanos, 0, number).sum() / 1e9;
    }
}
