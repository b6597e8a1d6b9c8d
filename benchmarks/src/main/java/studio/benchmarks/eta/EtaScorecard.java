package studio.benchmarks.eta;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.server.progress.eta.CheckpointError;
import studio.server.progress.eta.ForecastTrace;
import studio.server.progress.eta.Scorecard;
import studio.server.progress.eta.TraceErrors;

/**
 * Replays recorded and synthetic jobs through the forecast and prints how good it was, beside the published estimators.
 * Arguments are files of traces; without any, those that the project holds.
 *
 * <p>Which jobs are held back was settled before anything was tuned: those of odd rounds. Each half is an installation of
 * its own that begins with nothing and sees its jobs in the order of recording.
 */
public final class EtaScorecard {
    private static final String OWN_TRACES = "/eta/traces.txt.gz";

    private EtaScorecard() {}

    record Judged(
            RecordedJob job, ForecastTrace told, List<CheckpointError> byTrials, List<CheckpointError> byPercentage) {}

    public static void main(String[] args) throws IOException {
        List<RecordedJob> recorded = recorded(args);
        print("tuning", recorded, false);
        print("held back", recorded, true);
    }

    static List<RecordedJob> recorded(String[] files) throws IOException {
        List<RecordedJob> all = new ArrayList<>();
        if (files.length == 0) {
            try (InputStream in = EtaScorecard.class.getResourceAsStream(OWN_TRACES)) {
                all.addAll(RecordedJob.read(java.util.Objects.requireNonNull(in, OWN_TRACES)));
            }
        }
        for (String file : files) {
            try (InputStream in = Files.newInputStream(Path.of(file))) {
                all.addAll(RecordedJob.read(in));
            }
        }
        all.sort(Comparator.comparingInt(RecordedJob::round));
        return all;
    }

    private static void print(String name, List<RecordedJob> recorded, boolean heldBack) {
        List<Judged> real = replay(recorded, heldBack);
        List<Judged> synthetic = replay(SyntheticJobs.all(), heldBack);
        List<Judged> all = new ArrayList<>(real);
        all.addAll(synthetic);
        System.out.printf("%n%s: %d recorded jobs, %d synthetic ones%n", name, real.size(), synthetic.size());
        System.out.printf(
                "%-18s %4s %4s | %8s %8s | %8s %8s %8s %8s | %8s %8s %8s%n",
                "",
                "at",
                "jobs",
                "forecast",
                "covered",
                "average",
                "ema 0.3",
                "30 s",
                "best/own",
                "average",
                "ema 0.3",
                "30 s");
        System.out.printf(
                "%-18s %4s %4s | %8s %8s | %-35s | %s%n",
                "", "", "", "", "", "published, on trials", "published, on the percentage");
        rows("all", all);
        rows("recorded", real);
        rows("synthetic", synthetic);
        all.stream()
                .collect(Collectors.groupingBy(j -> j.job().scenario(), TreeMap::new, Collectors.toList()))
                .forEach(EtaScorecard::rows);
        facts(real);
    }

    /** Recorded and synthetic jobs of one half, each kind on an installation of its own. */
    static List<Judged> judged(List<RecordedJob> recorded, boolean heldBack) {
        List<Judged> all = new ArrayList<>(replay(recorded, heldBack));
        all.addAll(replay(SyntheticJobs.all(), heldBack));
        return all;
    }

    private static List<Judged> replay(List<RecordedJob> jobs, boolean heldBack) {
        Installation installation = new Installation();
        List<Judged> judged = new ArrayList<>();
        List<ForecastTrace> running = new ArrayList<>();
        for (RecordedJob job : jobs) {
            if (job.heldBack() != heldBack) {
                continue;
            }
            ForecastTrace told = installation.replay(job.trace());
            // Of two jobs that ran at once neither knew how the other ended.
            running.add(told);
            if (!job.scenario().equals("two-at-once") || running.size() == 2) {
                running.forEach(installation::finished);
                running.clear();
            }
            judged.add(new Judged(
                    job, told, TraceErrors.of(told), TraceErrors.of(told, point -> point.percentage() / 100)));
        }
        return judged;
    }

    private static void rows(String name, List<Judged> judged) {
        for (int percent : TraceErrors.checkpoints()) {
            Scorecard trials = card(judged, Judged::byTrials, percent);
            Scorecard bar = card(judged, Judged::byPercentage, percent);
            System.out.printf(
                    Locale.ROOT,
                    "%-18s %3d%% %4d | %8.3f %7.1f%% | %8.3f %8.3f %8.3f %8.2f | %8.3f %8.3f %8.3f%n",
                    name,
                    percent,
                    trials.jobs(),
                    trials.own(),
                    100 * trials.coverage(),
                    trials.overall(),
                    trials.smoothed(),
                    trials.sliding(),
                    Math.min(trials.bestPublished(), bar.bestPublished()) / trials.own(),
                    bar.overall(),
                    bar.smoothed(),
                    bar.sliding());
        }
    }

    private static Scorecard card(List<Judged> judged, Function<Judged, List<CheckpointError>> errors, int percent) {
        return new Scorecard(
                judged.stream().flatMap(j -> errors.apply(j).stream()).toList(), percent);
    }

    private static void facts(List<Judged> real) {
        System.out.printf(
                Locale.ROOT,
                "coverage over all checkpoints %.1f%%; percentage monotone in %d of %d recorded jobs; longest standstill %.1f s"
                        + " (without the stopped process %.1f s)%n",
                100
                        * real.stream()
                                .flatMap(j -> j.byTrials().stream())
                                .filter(CheckpointError::told)
                                .mapToInt(e -> e.covered() ? 1 : 0)
                                .average()
                                .orElse(Double.NaN),
                real.stream().filter(j -> j.told().isMonotone()).count(),
                real.size(),
                real.stream().mapToLong(j -> j.told().standstillMillis()).max().orElse(0) / 1000.0,
                real.stream()
                                .filter(j -> !j.job().scenario().equals("pause"))
                                .mapToLong(j -> j.told().standstillMillis())
                                .max()
                                .orElse(0)
                        / 1000.0);
    }
}
