package studio.desktop.cli;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.desktop.client.MarketDataClient;
import studio.desktop.client.TrainingClient;
import studio.model.market.DataTask;

/** Imports and backfills. */
@picocli.CommandLine.Command(
        name = "tasks",
        mixinStandardHelpOptions = true,
        description = "Imports and backfills, newest first, as a table or as JSON lines. Times are UTC.")
final class TasksCommand extends AnsweringCommand {
    private static final String ROW = "%-13s %-9s %-11s %-34s %6s %11s  %-16s  %s%n";

    @Option(names = "--limit", defaultValue = "50", description = "1 to 500. Default: ${DEFAULT-VALUE}")
    private int limit;

    @Option(names = "--cancel", paramLabel = "TASK", description = "Ask that task to stop instead.")
    private @Nullable String cancel;

    private final Table table;

    TasksCommand(Console console, Servers servers) {
        super(console, servers);
        table = new Table(console, ROW);
    }

    @Override
    public Integer call() {
        try (TrainingClient client = connect(null)) {
            MarketDataClient marketData = client.marketData();
            if (!isJson()) {
                table.row("TASK", "KIND", "STATE", "SERIES", "DONE", "CANDLES", "STARTED", "");
            }
            if (cancel != null) {
                answer(marketData.cancelTask(cancel), this::print);
            } else {
                marketData.tasks(limit).tasks().forEach(task -> answer(task, this::print));
            }
        }
        return ExitCodes.DONE;
    }

    private void print(DataTask t) {
        Instant started = t.startedAt() == null ? t.createdAt() : t.startedAt();
        table.row(
                t.taskId(),
                t.kind(),
                t.status(),
                t.exchange() + " " + t.symbol() + " " + t.timeframe().wireName(),
                Table.percent(t.percentage()),
                t.done(),
                Table.time(started),
                told(t));
    }

    private static String told(DataTask t) {
        String error = t.errorMessage();
        return error != null ? error : t.status().isEnded() ? "" : t.message();
    }
}
