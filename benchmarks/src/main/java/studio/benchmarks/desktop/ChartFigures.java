package studio.benchmarks.desktop;

import static studio.benchmarks.desktop.DrivenWindow.onFx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import studio.desktop.chart.ParallelChart;
import studio.desktop.chart.ScatterChart;
import studio.desktop.chart.TrialPick;
import studio.desktop.chart.TrialTable;
import studio.desktop.fx.Formats;
import studio.model.job.TrialState;
import studio.model.job.TrialView;

/** How long the charts of trials take from data to picture: reading the table, drawing, and the renderer's work. */
public final class ChartFigures {
    private static final int ROUNDS = 9;
    private static final int PARAMETERS = 6;

    private ChartFigures() {}

    /** Arguments: how many trials the charts show (10000 and 100000). */
    public static void main(String[] args) throws Exception {
        CountDownLatch ready = new CountDownLatch(1);
        Platform.startup(ready::countDown);
        ready.await();
        for (String trials : args.length > 0 ? args : new String[] {"10000", "100000"}) {
            TrialTable table = TrialTable.of(trials(Integer.parseInt(trials)));
            ScatterChart scatter = new ScatterChart(0);
            tell("scatter of " + trials, scatter, () -> scatter.show(table, new TrialPick(), Formats.system()));
            ParallelChart parallel = new ParallelChart();
            tell(
                    "parallel coordinates of " + trials,
                    parallel,
                    () -> parallel.show(table, new TrialPick(), Formats.system()));
        }
        System.exit(0);
    }

    private static void tell(String what, Region chart, Runnable show) throws InterruptedException, ExecutionException {
        onFx(() -> new Scene(chart, 900, 400));
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long before = System.nanoTime();
            onFx(() -> {
                show.run();
                picture(chart);
            });
            millis.add((System.nanoTime() - before) / 1e6);
        }
        double first = millis.get(0);
        Collections.sort(millis);
        System.out.printf("%s: first %.0f ms, median %.0f ms%n", what, first, millis.get(ROUNDS / 2));
    }

    private static void picture(Node chart) {
        chart.getScene().snapshot(null);
    }

    private static List<TrialView> trials(int count) {
        SplittableRandom random = new SplittableRandom(11);
        List<TrialView> trials = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            Map<String, Object> params = new LinkedHashMap<>();
            for (int p = 0; p < PARAMETERS; p++) {
                params.put("parameter_" + p, random.nextDouble());
            }
            trials.add(new TrialView(i, TrialState.COMPLETE, params, random.nextDouble(), null, null, 1));
        }
        return trials;
    }
}
