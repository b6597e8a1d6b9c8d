package studio.benchmarks.optimizer;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import studio.model.job.OptimizerKind;

/**
 * Prints, as Markdown, the median best value after 50, 100 and 200 evaluations over many seeds, and what a suggestion
 * cost in processor time. Arguments: number of seeds (25), number of threads (2), part of a function's name to run only
 * those, optimizers by their wire names (all but grid).
 */
public final class OptimizerTable {
    private static final int[] CHECKPOINTS = {50, 100, 200};
    private static final int EVALUATIONS = 200;

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
        List<OptimizerKind> kinds = arguments.length > 3
                ? Arrays.stream(arguments).skip(3).map(OptimizerKind::of).toList()
                : Arrays.stream(OptimizerKind.values())
                        .filter(kind -> kind != OptimizerKind.GRID)
                        .toList();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            OptimizerTable table = new OptimizerTable(System.out, seeds, workers);
            table.print("Compared", TestFunction.compared(), kinds, only);
            table.print("Held out", TestFunction.heldOut(), kinds, only);
        } finally {
            workers.shutdownNow();
        }
    }

    private void print(String title, List<TestFunction> functions, List<OptimizerKind> kinds, String only)
            throws InterruptedException, ExecutionException {
        List<TestFunction> wanted =
                functions.stream().filter(f -> f.name().contains(only)).toList();
        if (wanted.isEmpty()) {
            return;
        }
        out.println("| " + title + " (optimum) | optimizer | 50 | 100 | 200 | ms a suggestion at 100 | at 200 |");
        out.println("|---|---|---|---|---|---|---|");
        for (TestFunction function : wanted) {
            for (OptimizerKind kind : kinds) {
                printRow(function, kind);
            }
            Published.rows(function.name()).forEach(out::println);
        }
        out.println();
    }

    private void printRow(TestFunction function, OptimizerKind kind) throws InterruptedException, ExecutionException {
        List<Future<OptimizerRun>> running = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            int own = seed;
            running.add(workers.submit(() -> OptimizerRun.of(function, kind, own, EVALUATIONS)));
        }
        List<OptimizerRun> runs = new ArrayList<>();
        for (Future<OptimizerRun> run : running) {
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

    static double median(List<OptimizerRun> runs, ToDoubleFunction<OptimizerRun> figure) {
        double[] ascending = runs.stream().mapToDouble(figure).sorted().toArray();
        int n = ascending.length;
        return (ascending[(n - 1) / 2] + ascending[n / 2]) / 2;
    }
}
