package studio.benchmarks.optimizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import studio.model.job.OptimizerKind;

/**
 * Prints, as Markdown, the processor time of a suggestion at 200, 1,000 and 5,000 trials and of all together; medians
 * over some functions. Arguments: the most trials (5,000), optimizers by their wire names (those that learn).
 */
public final class OptimizerCost {
    private static final int[] STATED = {200, 1_000, 5_000};

    private OptimizerCost() {}

    public static void main(String[] arguments) {
        int most = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        List<OptimizerKind> kinds = arguments.length > 1
                ? Arrays.stream(arguments).skip(1).map(OptimizerKind::of).toList()
                : Arrays.stream(OptimizerKind.values())
                        .filter(OptimizerKind::learns)
                        .toList();
        int[] stated = Arrays.stream(STATED).filter(at -> at <= most).toArray();
        System.out.println("| ms a suggestion | at " + Arrays.toString(stated) + " trials | all of them, s |");
        System.out.println("|---|---|---|");
        for (OptimizerKind kind : kinds) {
            List<OptimizerRun> runs = new ArrayList<>();
            for (TestFunction function : List.of(
                    TestFunction.compared().get(2),
                    TestFunction.compared().get(5),
                    TestFunction.heldOut().get(4))) {
                runs.add(OptimizerRun.of(function, kind, 1, most));
            }
            StringBuilder row = new StringBuilder("| " + kind.wireName() + " |");
            for (int at : stated) {
                row.append(String.format(Locale.ROOT, " %.2f", OptimizerTable.median(runs, run -> run.millisNear(at))));
            }
            row.append(String.format(
                    Locale.ROOT, " | %.1f |", OptimizerTable.median(runs, run -> run.secondsUntil(most))));
            System.out.println(row);
        }
    }
}
