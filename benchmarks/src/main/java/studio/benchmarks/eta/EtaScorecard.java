package studio.benchmarks.eta;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import studio.server.progress.eta.CheckpointError;
import studio.server.progress.eta.ForecastTrace;
import studio.server.progress.eta.TraceErrors;

/** Replays recorded and synthetic jobs and prints how good the forecasts were. */
public final class EtaScorecard {
    private EtaScorecard() {}

    private record Judged(String scenario, ForecastTrace trace, CheckpointError error) {}

    public static void main(String[] args) throws IOException {
        List<RecordedJob> all = new ArrayList<>();
        for (String file : args) {
            try (InputStream in = Files.newInputStream(Path.of(file))) {
                all.addAll(RecordedJob.read(in));
            }
        }
        all.addAll(SyntheticJobs.all());
        for (boolean heldBack : new boolean[] {false, true}) {
            List<Judged> judged = replay(
                    all.stream().filter(job -> job.heldBack() == heldBack).toList());
            System.out.println(heldBack ? "\nHELD BACK" : "\nTUNING");
            print("all", judged);
            judged.stream()
                    .collect(Collectors.groupingBy(Judged::scenario, java.util.TreeMap::new, Collectors.toList()))
                    .forEach(EtaScorecard::print);
        }
    }

    private static List<Judged> replay(List<RecordedJob> jobs) {
        Installation recorded = new Installation();
        List<Judged> judged = new ArrayList<>();
        for (RecordedJob job : jobs) {
            ForecastTrace told = recorded.replay(job.trace());
            recorded.finished(told);
            for (CheckpointError error : TraceErrors.of(told)) {
                judged.add(new Judged(job.scenario(), told, error));
            }
        }
        return judged;
    }

    private static void print(String name, List<Judged> judged) {
        for (int percent : new int[] {10, 25, 50, 75}) {
            List<CheckpointError> errors = judged.stream()
                    .map(Judged::error)
                    .filter(e -> e.atPercent() == percent)
                    .toList();
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %3d%% n %3d  own %6.3f  average %6.3f  ema %6.3f  window %6.3f  covered %5.1f%%  told %d%n",
                    name,
                    percent,
                    errors.size(),
                    median(errors, CheckpointError::own),
                    median(errors, CheckpointError::overall),
                    median(errors, CheckpointError::smoothed),
                    median(errors, CheckpointError::sliding),
                    100.0
                            * errors.stream().filter(CheckpointError::covered).count()
                            / Math.max(
                                    1,
                                    errors.stream()
                                            .filter(CheckpointError::told)
                                            .count()),
                    errors.stream().filter(CheckpointError::told).count());
        }
    }

    private static double median(List<CheckpointError> errors, ToDoubleFunction<CheckpointError> figure) {
        double[] sorted = errors.stream().mapToDouble(figure).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
