package studio.desktop.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import studio.desktop.client.TrainingClient;
import studio.model.job.StartRequest;
import studio.model.progress.ProgressSnapshot;

/** Starts a job and watches it to its end. */
@picocli.CommandLine.Command(
        name = "train",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Start a training and watch it; without options LIQUIDITY_SWEEP on the sample series.",
        footer =
                "%nEnds with 0 when it is done, 1 when it failed, 130 when it was cancelled, 2 when an option is wrong.")
final class TrainCommand extends Command {
    private static final int LONGEST_GOODBYE_SECONDS = 5;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final RequestOptions request = new RequestOptions();

    @Mixin
    private final Commands.JsonOption json = new Commands.JsonOption();

    @Option(names = "--threads", paramLabel = "N", description = "Threads of a server that is started for it.")
    private @Nullable Integer threads;

    private final Watcher watcher;

    TrainCommand(Console console, Servers servers, Watcher watcher) {
        super(console, servers);
        this.watcher = watcher;
    }

    @Override
    public Integer call() throws InterruptedException {
        StartRequest start = read();
        try (TrainingClient client = connect(threads)) {
            String jobId = client.start(start).summary().jobId();
            say("Job " + jobId + ": " + start.strategy() + " on " + start.exchange() + " " + start.symbol() + " "
                    + (start.timeframe() == null ? "" : start.timeframe().wireName()));
            Goodbye goodbye = new Goodbye(client, jobId);
            Thread hook = new Thread(goodbye, "cancel-on-interrupt");
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                ProgressPrinter printer = ProgressPrinter.of(console, json.json, options.quiet());
                ProgressSnapshot end = watcher.follow(client, jobId, printer);
                goodbye.ended(end);
                if (!json.json && !options.quiet()) {
                    ResultSummary.print(console.out(), end, client.results(jobId));
                }
                return ExitCodes.of(end.status());
            } finally {
                goodbye.done();
                if (!goodbye.running()) {
                    Runtime.getRuntime().removeShutdownHook(hook);
                }
            }
        }
    }

    private StartRequest read() {
        try {
            return request.toRequest();
        } catch (IllegalArgumentException e) {
            if (spec == null) {
                throw e;
            }
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    /** Ctrl+C asks the server to cancel, and waits a moment to see it done. */
    private final class Goodbye implements Runnable {
        private final TrainingClient client;
        private final String jobId;
        private final CountDownLatch end = new CountDownLatch(1);
        private final AtomicBoolean running = new AtomicBoolean();
        private volatile boolean ended;

        Goodbye(TrainingClient client, String jobId) {
            this.client = client;
            this.jobId = jobId;
        }

        void ended(ProgressSnapshot snapshot) {
            ended = snapshot.isComplete();
        }

        void done() {
            end.countDown();
        }

        boolean running() {
            return running.get();
        }

        @Override
        public void run() {
            running.set(true);
            if (ended) {
                return;
            }
            try {
                client.cancel(jobId);
                say(System.lineSeparator() + "Cancelling job " + jobId + "; its results so far are kept.");
                if (!end.await(LONGEST_GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                    say("The job has not stopped yet; `studio monitor " + jobId + "` shows how it goes on.");
                }
                // The JVM is on its way out with 130 or 143 already; this makes both the code that scripts are
                // promised.
                Runtime.getRuntime().halt(ExitCodes.CANCELLED);
            } catch (RuntimeException e) {
                say("The job could not be cancelled (" + e.getMessage() + "); it goes on.");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
