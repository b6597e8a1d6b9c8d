package studio.desktop.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import studio.desktop.fakes.FakeTrainingClient;
import studio.desktop.fakes.SampleJobs;
import studio.model.progress.ProgressSnapshot;

/** Command lines that are typed against a server that is not there, and what they print. */
final class Terminal {
    final FakeTrainingClient client = new FakeTrainingClient();
    /** What the last command that asked for a server was given. */
    GlobalOptions asked = new GlobalOptions();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Types {@code studio} and these words; returns the exit code. */
    int run(String... args) {
        Console console = new Console(printing(out), printing(err), false);
        return Commands.build(
                        console,
                        (options, threads, saying) -> {
                            asked = options;
                            return client;
                        },
                        new Watcher(Executors::newSingleThreadScheduledExecutor),
                        options -> 0,
                        List.of())
                .execute(args);
    }

    /** The sample job's next look finds it ended like this. */
    void ends(ProgressSnapshot end) {
        client.progress.put(SampleJobs.JOB_ID, end);
        client.results.put(SampleJobs.JOB_ID, SampleJobs.results(end.status()));
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Standard output is empty again. */
    void forget() {
        out.reset();
    }

    private static PrintStream printing(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
