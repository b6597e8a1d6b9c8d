package studio.desktop.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.model.market.ImportChoices;

/** Options that say of a file what it does not say itself. */
final class ImportChoiceOptions {
    @Option(
            names = "--map",
            paramLabel = "FIELD=COLUMN",
            description =
                    "Which column holds what, such as open=First,close=Last; columns by name, or by number from 1."
                            + " Fields: time, time_of_day, open, high, low, close, volume, adjusted_close, symbol.")
    private @Nullable String map;

    @Option(
            names = "--date-format",
            paramLabel = "FORMAT",
            description = "Which number of a date is the day: dd/MM/yyyy or MM/dd/yyyy.")
    private @Nullable String dateFormat;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Of times that carry no zone, such as America/New_York or -05:00. By default UTC.")
    private @Nullable String zone;

    @Option(names = "--decimal", paramLabel = "SIGN", description = "The decimal sign: dot or comma.")
    private @Nullable String decimal;

    @Option(
            names = "--adjusted",
            description =
                    "Take all prices as the column of adjusted closes adjusts them. By default prices are as traded.")
    private boolean adjusted;

    @Option(
            names = "--symbol-in-file",
            paramLabel = "NAME",
            description = "Whose rows to take of a file with several instruments.")
    private @Nullable String symbolInFile;

    @Option(names = "--file-in-zip", paramLabel = "NAME", description = "Which file of a zip to take.")
    private @Nullable String fileInZip;

    ImportChoices choices() {
        return new ImportChoices(map, dateFormat, zone, decimal, adjusted, symbolInFile, fileInZip);
    }
}
