package studio.server.marketdata.file;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.model.market.ImportChoices;

/**
 * What somebody said about a file that it does not say itself. Immutable.
 *
 * @param columns names of columns, or their numbers from 1, by what they hold: a key of {@link #FIELDS}
 * @param dateOrder {@code d}, {@code M} and {@code y} in the order in which dates have them; null leaves it to the file
 * @param zone of times that carry none; null takes what the file says, else UTC
 * @param decimal dot or comma; null leaves it to the file
 * @param adjusted whether prices are wanted as adjusted for splits and dividends
 * @param symbol whose rows are taken of a file with several instruments
 * @param member which file of a zip is taken
 */
public record ReadingOptions(
        Map<String, String> columns,
        @Nullable String dateOrder,
        @Nullable ZoneId zone,
        @Nullable Character decimal,
        boolean adjusted,
        @Nullable String symbol,
        @Nullable String member) {
    /** What a column can be chosen for. */
    public static final List<String> FIELDS =
            List.of("time", "time_of_day", "open", "high", "low", "close", "volume", "adjusted_close", "symbol");

    /** Nothing is said. */
    public static final ReadingOptions NONE = new ReadingOptions(Map.of(), null, null, null, false, null, null);

    /**
     * Reads what somebody wrote.
     *
     * @param wrong hears of each part that cannot be read: its name on the wire, and a sentence
     */
    public static ReadingOptions of(ImportChoices choices, BiConsumer<String, String> wrong) {
        return new ReadingOptions(
                Objects.requireNonNullElse(read("map", choices.map(), ReadingOptions::columns, wrong), Map.of()),
                read("date_format", choices.dateFormat(), ReadingOptions::dateOrder, wrong),
                read("zone", choices.zone(), ReadingOptions::zone, wrong),
                read("decimal", choices.decimal(), ReadingOptions::decimal, wrong),
                choices.adjusted(),
                choices.symbolInFile(),
                choices.fileInZip());
    }

    /** What was said, for the report; null where everything was left to the file. */
    @Nullable
    ImportChoices said() {
        if (equals(NONE)) {
            return null;
        }
        String map = columns.entrySet().stream()
                .map(c -> c.getKey() + "=" + c.getValue())
                .sorted()
                .collect(Collectors.joining(","));
        return new ImportChoices(
                map.isEmpty() ? null : map,
                dateOrder == null ? null : String.join("/", dateOrder.split("")),
                zone == null ? null : zone.getId(),
                decimal == null ? null : decimal == ',' ? "comma" : "dot",
                adjusted,
                symbol,
                member);
    }

    private static <T> @Nullable T read(
            String name, @Nullable String text, Function<String, T> reader, BiConsumer<String, String> wrong) {
        try {
            return text == null ? null : reader.apply(text);
        } catch (IllegalArgumentException e) {
            wrong.accept(name, e.getMessage());
            return null;
        }
    }

    public ReadingOptions {
        columns = Map.copyOf(columns);
    }

    /**
     * Reads {@code open=First,close=Last}.
     *
     * @throws IllegalArgumentException with a sentence for a person
     */
    public static Map<String, String> columns(String text) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String part : text.split(",")) {
            int equals = part.indexOf('=');
            String field = equals < 0
                    ? ""
                    : part.substring(0, equals).strip().toLowerCase(Locale.ROOT).replace('-', '_');
            String column = part.substring(equals + 1).strip();
            if (!FIELDS.contains(field) || column.isEmpty()) {
                throw new IllegalArgumentException("must be field=column, several of them with commas between, where a"
                        + " field is one of " + String.join(", ", FIELDS));
            }
            if (columns.put(field, column) != null) {
                throw new IllegalArgumentException("names " + field + " twice");
            }
        }
        return columns;
    }

    /**
     * The order of day, month and year in a pattern such as {@code dd/MM/yyyy} or {@code MM/dd/yyyy HH:mm}.
     *
     * @throws IllegalArgumentException with a sentence for a person
     */
    public static String dateOrder(String pattern) {
        StringBuilder order = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            char letter = c == 'u' || c == 'Y' ? 'y' : c == 'D' ? 'd' : c;
            if ("dMy".indexOf(letter) >= 0 && (order.length() == 0 || order.charAt(order.length() - 1) != letter)) {
                order.append(letter);
            }
        }
        if (order.length() != 3 || order.chars().distinct().count() != 3) {
            throw new IllegalArgumentException(
                    "must hold day, month and year once, such as dd/MM/yyyy, MM/dd/yyyy or yyyy-MM-dd");
        }
        return order.toString();
    }

    /**
     * A zone such as {@code Europe/Berlin}, {@code UTC} or {@code -05:00}.
     *
     * @throws IllegalArgumentException with a sentence for a person
     */
    public static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "must be a zone such as America/New_York or an offset such as -05:00", e);
        }
    }

    /**
     * The decimal sign: {@code .}, {@code ,}, or the words dot and comma.
     *
     * @throws IllegalArgumentException with a sentence for a person
     */
    public static char decimal(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case ".", "dot", "point" -> '.';
            case ",", "comma" -> ',';
            default -> throw new IllegalArgumentException("must be dot or comma");
        };
    }
}
