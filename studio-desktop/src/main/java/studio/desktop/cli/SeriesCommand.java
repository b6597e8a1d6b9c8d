package studio.desktop.cli;

import java.util.Locale;
import studio.desktop.client.TrainingClient;
import studio.model.market.CandleQuality;
import studio.model.market.SeriesInfo;

/** The series held. */
@picocli.CommandLine.Command(
        name = "series",
        mixinStandardHelpOptions = true,
        description = "The series held and how good they are, as a table or as JSON lines. Times are UTC.")
final class SeriesCommand extends AnsweringCommand {
    private static final String ROW = "%-12s %-12s %-4s %11s  %-16s  %-16s %7s %9s %8s %7s %8s %6s  %-10s  %s%n";

    private final Table table;

    SeriesCommand(Console console, Servers servers) {
        super(console, servers);
        table = new Table(console, ROW);
    }

    @Override
    public Integer call() {
        try (TrainingClient client = connect(null)) {
            if (!isJson()) {
                table.row(
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
                        "SPLITS",
                        "CALENDAR",
                        "FROM");
            }
            client.series().series().forEach(series -> answer(series, this::print));
        }
        return ExitCodes.DONE;
    }

    private void print(SeriesInfo s) {
        CandleQuality quality = s.quality();
        table.row(
                s.exchange(),
                s.symbol(),
                s.timeframe().wireName(),
                s.candles(),
                Table.time(s.first()),
                Table.time(s.last()),
                quality.score() == null ? "–" : Math.round(quality.score()),
                quality.missingCandles(),
                percent(quality.zeroVolumeShare()),
                percent(quality.flatShare()),
                quality.outliers(),
                quality.suspectedSplits() == null ? "–" : quality.suspectedSplits(),
                s.calendar().wireName(),
                s.origin());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", 100 * share);
    }
}
