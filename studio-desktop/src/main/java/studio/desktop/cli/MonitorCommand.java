package studio.desktop.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.desktop.client.TrainingClient;
import studio.model.progress.ProgressSnapshot;

/** Watches a job that was started elsewhere. */
@picocli.CommandLine.Command(
        name = "monitor",
        mixinStandardHelpOptions = true,
        description = "Watch a job to its end. Ctrl+C stops watching; the job goes on.")
final class MonitorCommand extends Command {
    @Parameters(paramLabel = "JOB_ID")
    private String jobId = "";

    @Mixin
    private final Commands.JsonOption json = new Commands.JsonOption();

    private final Watcher watcher;

    MonitorCommand(Console console, Servers servers, Watcher watcher) {
        super(console, servers);
        this.watcher = watcher;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (TrainingClient client = connect(null)) {
            client.job(jobId);
            ProgressSnapshot end =
                    watcher.follow(client, jobId, ProgressPrinter.of(console, json.json, options.quiet()));
            if (!json.json && !options.quiet()) {
                ResultSummary.print(console.out(), end, client.results(jobId));
            }
            return ExitCodes.of(end.status());
        }
    }
}
