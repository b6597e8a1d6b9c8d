package studio.desktop.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.desktop.cli.CommandFailedException;
import studio.desktop.cli.Console;
import studio.desktop.cli.ExitCodes;
import studio.desktop.cli.GlobalOptions;
import studio.server.Administration;
import studio.server.job.sql.RetentionRepository;

/** Removes old trainings, or their trials alone. */
@Command(
        name = "retention",
        mixinStandardHelpOptions = true,
        description = {
            "Remove trainings that ended long ago, or only their trials. Pinned ones stay.",
            "A removed training's trials no longer count as tries of luck in the trust report of later ones."
        })
final class RetentionCommand implements Callable<Integer> {
    private static final int KEPT = 100;

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Option(
            names = "--older-than",
            paramLabel = "DAYS",
            required = true,
            description = "Ended at least so many days ago, 1 or more.")
    private int days;

    @Option(
            names = "--trials-only",
            description =
                    "Keep results and configurations, and the best " + KEPT + " trials of each; remove the others.")
    private boolean trialsOnly;

    @Option(names = "--dry-run", description = "Only tell what would go.")
    private boolean dryRun;

    private final Console console;

    RetentionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (days < 1) {
            throw new CommandFailedException("--older-than: " + days + " is not 1 or more", null);
        }
        try (Administration administration = TokenCommand.open(options)) {
            Instant before = administration.clock().instant().minus(Duration.ofDays(days));
            RetentionRepository retention = administration.retention();
            if (dryRun) {
                RetentionRepository.Old old = retention.old(before);
                say("%,d trainings with %,d trials ended before %s.", old.jobs(), old.trials(), before);
            } else if (trialsOnly) {
                say("%,d trials removed.", retention.deleteTrials(before, KEPT));
            } else {
                say("%,d trainings removed.", retention.deleteJobs(before));
            }
        }
        return ExitCodes.DONE;
    }

    private void say(String format, Object... values) {
        console.out().printf(Locale.ROOT, format + "%n", values);
    }
}
