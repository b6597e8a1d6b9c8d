package studio.model.market;

import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a file that it does not say itself. Null leaves it to the file.
 *
 * @param map columns by what they hold, such as {@code open=First,close=Last}
 * @param dateFormat the order of day, month and year, such as {@code dd/MM/yyyy}
 * @param zone of times that carry none, such as {@code Europe/Berlin} or {@code -05:00}
 * @param decimal {@code dot} or {@code comma}
 * @param adjusted whether prices are taken as adjusted for splits and dividends
 * @param symbolInFile whose rows are taken of a file with several instruments
 * @param fileInZip which file of a zip is taken
 */
public record ImportChoices(
        @Nullable String map,
        @Nullable String dateFormat,
        @Nullable String zone,
        @Nullable String decimal,
        boolean adjusted,
        @Nullable String symbolInFile,
        @Nullable String fileInZip) {
    /** Everything is left to the file. */
    public static final ImportChoices NONE = new ImportChoices(null, null, null, null, false, null, null);
}
