package studio.desktop.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.desktop.client.MarketDataClient;
import studio.desktop.client.TrainingClient;
import studio.model.market.DataTask;

/** Imports and backfills. */
@picocli.CommandLine.Command(
        name = "tasks",
        mixinStandardHelpOptions = true,
        description = "Imports and backfills, newest first, as a table or as JSON lines. Times are UTC.")
final class TasksCommand extends Command {
    private static final String ROW = "%-13s %-9s %-11s %-34s %6s %11s  %-16s  %s%n";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Option(names = "--limit", defaultValue = "50", description = "1 to 500. Default: ${DEFAULT-VALUE}")
    private int limit;

    @Option(names = "--cancel", paramLabel = "TASK", description = "Ask that task to stop instead.")
    private @Nullable String cancel;

    @Mixin
    private final Commands.JsonOption json = new Commands.JsonOption();

    TasksCommand(Console console, Servers servers) {
        super(console, servers);
    }

    @Override
    public Integer call() {
        try (TrainingClient client = connect(null)) {
            MarketDataClient marketData = client.marketData();
            if (!json.json) {
                row("TASK", "KIND", "STATE", "SERIES", "DONE", "CANDLES", "STARTED", "");
            }
            if (cancel != null) {
                print(marketData.cancelTask(cancel));
            } else {
                marketData.tasks(limit).tasks().forEach(this::print);
            }
        }
        return ExitCodes.DONE;
    }

    private void print(DataTask t) {
        if (json.json) {
            console.out().println(JsonPrinter.line(t));
            return;
        }
        Double percentage = t.percentage();
        Instant started = t.startedAt() == null ? t.createdAt() : t.startedAt();
        row(
                t.taskId(),
                t.kind(),
                t.status(),
                t.exchange() + " " + t.symbol() + " " + t.timeframe().wireName(),
                percentage == null ? "–" : Math.round(percentage) + " %",
                t.done(),
                TIME.format(started),
                told(t));
    }

    private static String told(DataTask t) {
        String error = t.errorMessage();
        return error != null ? error : t.status().isEnded() ? "" : t.message();
    }

    private void row(Object... cells) {
        console.out().printf(Locale.ROOT, ROW, cells);
    }
}
