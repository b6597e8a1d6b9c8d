package studio.desktop.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import studio.desktop.client.TrainingClient;
import studio.model.market.CandleQuality;
import studio.model.market.SeriesInfo;

/** The series held. */
@picocli.CommandLine.Command(
        name = "series",
        mixinStandardHelpOptions = true,
        description = "The series held and how good they are, as a table or as JSON lines. Times are UTC.")
final class SeriesCommand extends Command {
    private static final String ROW = "%-12s %-12s %-4s %11s  %-16s  %-16s %7s %9s %8s %7s %8s  %s%n";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Mixin
    private final Commands.JsonOption json = new Commands.JsonOption();

    SeriesCommand(Console console, Servers servers) {
        super(console, servers);
    }

    @Override
    public Integer call() {
        try (TrainingClient client = connect(null)) {
            if (!json.json) {
                row(
                        "EXCHANGE",
                        "SYMBOL",
                        "TF",
                        "CANDLES",
                        "FIRST",
                        "LAST",
                        "QUALITY",
                        "MISSING",
                        "NO VOL %",
                        "FLAT %",
                        "OUTLIERS",
                        "FROM");
            }
            client.series().series().forEach(this::print);
        }
        return ExitCodes.DONE;
    }

    private void print(SeriesInfo s) {
        if (json.json) {
            console.out().println(JsonPrinter.line(s));
            return;
        }
        CandleQuality quality = s.quality();
        row(
                s.exchange(),
                s.symbol(),
                s.timeframe().wireName(),
                s.candles(),
                time(s.first()),
                time(s.last()),
                quality.score() == null ? "–" : Math.round(quality.score()),
                quality.missingCandles(),
                percent(quality.zeroVolumeShare()),
                percent(quality.flatShare()),
                quality.outliers(),
                s.origin());
    }

    private void row(Object... cells) {
        console.out().printf(Locale.ROOT, ROW, cells);
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", 100 * share);
    }
}
