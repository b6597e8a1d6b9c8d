package studio.benchmarks.optimizer;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import studio.engine.search.Evaluation;
import studio.engine.search.Optimizer;
import studio.engine.search.Optimizers;
import studio.engine.search.ParameterSet;
import studio.engine.search.Trial;
import studio.model.job.OptimizerKind;
import studio.model.job.TrialState;

/**
 * Prints, as Markdown, the median best value after 50, 100 and 200 evaluations over many seeds, and what a suggestion
 * cost in processor time. Arguments: number of seeds (25), number of threads (2), part of a function's name to run only those.
 */
public final class OptimizerTable {
    private static final int[] CHECKPOINTS = {50, 100, 200};
    private static final List<OptimizerKind> KINDS = List.of(OptimizerKind.RANDOM, OptimizerKind.BAYESIAN);

    /** Processor time of the calling thread: other work on the machine does not count. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final PrintStream out;
    private final int seeds;
    private final ExecutorService workers;

    private OptimizerTable(PrintStream out, int seeds, ExecutorService workers) {
        this.out = out;
        this.seeds = seeds;
        this.workers = workers;
    }

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 25;
        int threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        String only = arguments.length > 2 ? arguments[2] : "";
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            new OptimizerTable(System.out, seeds, workers).print(only);
        } finally {
            workers.shutdownNow();
        }
    }

    private void print(String only) throws InterruptedException, ExecutionException {
        out.println("| function (optimum) | optimizer | 50 | 100 | 200 | ms a suggestion at 100 | at 200 |");
        out.println("|---|---|---|---|---|---|---|");
        for (TestFunction function : TestFunction.all()) {
            if (function.name().contains(only)) {
                for (OptimizerKind kind : KINDS) {
                    printRow(function, kind);
                }
            }
        }
    }

    private void printRow(TestFunction function, OptimizerKind kind) throws InterruptedException, ExecutionException {
        List<Future<Run>> running = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            int own = seed;
            running.add(workers.submit(() -> run(function, kind, own, CHECKPOINTS[CHECKPOINTS.length - 1])));
        }
        List<Run> runs = new ArrayList<>();
        for (Future<Run> run : running) {
            runs.add(run.get());
        }
        StringBuilder row = new StringBuilder(
                String.format(Locale.ROOT, "| %s (%.4g) | %s", function.name(), function.optimum(), kind.wireName()));
        for (int checkpoint : CHECKPOINTS) {
            row.append(String.format(Locale.ROOT, " | %.4f", median(runs, run -> run.best()[checkpoint - 1])));
        }
        for (int at : new int[] {100, 200}) {
            row.append(String.format(Locale.ROOT, " | %.2f", median(runs, run -> run.millisNear(at))));
        }
        out.println(row.append(" |"));
    }

    /**
     * One seed's way.
     *
     * @param best lowest value after each evaluation
     * @param proposalNanos the optimizer's own time for each evaluation, a batch's time shared by its points
     */
    private record Run(double[] best, double[] proposalNanos) {

        /** Mean over the forty evaluations up to that number, so that model fits between them count. */
        double millisNear(int number) {
            return Arrays.stream(proposalNanos, number - 40, number).average().orElseThrow() / 1e6;
        }
    }

    private static Run run(TestFunction function, OptimizerKind kind, int seed, int evaluations) {
        Optimizer optimizer = Optimizers.create(kind, function.space(), seed, evaluations);
        double[] best = new double[evaluations];
        double[] nanos = new double[evaluations];
        double lowest = Double.POSITIVE_INFINITY;
        for (int done = 0; done < evaluations; ) {
            long start = CPU.getCurrentThreadCpuTime();
            List<ParameterSet> points = optimizer.ask(evaluations - done);
            double spent = CPU.getCurrentThreadCpuTime() - start;
            List<Trial> batch = new ArrayList<>();
            for (ParameterSet point : points) {
                double value = function.value(point);
                lowest = Math.min(lowest, value);
                best[done] = lowest;
                nanos[done] = spent / points.size();
                done++;
                batch.add(new Trial(done, point, new Evaluation(TrialState.COMPLETE, -value, 0, null, null), 0));
            }
            optimizer.tell(batch);
        }
        return new Run(best, nanos);
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
        double[] ascending = runs.stream().mapToDouble(figure).sorted().toArray();
        int n = ascending.length;
        return (ascending[(n - 1) / 2] + ascending[n / 2]) / 2;
    }
}
