package studio.server.marketdata.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the columns of a table by their names, and asks the first rows where names leave a choice. Not thread-safe. */
final class NamedColumns {
    /** Seconds of 1990: a smaller number in a column of no known name is no time. */
    private static final long EARLIEST = 631_152_000_000L;

    private final List<String> names;
    private final List<String> plain;
    private final List<Table.Entry> sample;
    private final ReadingOptions options;
    private final CandleTimes times;

    NamedColumns(List<String> names, List<Table.Entry> sample, ReadingOptions options, CandleTimes times) {
        this.names = names;
        this.plain = names.stream().map(ColumnNames::plain).toList();
        this.sample = sample;
        this.options = options;
        this.times = times;
    }

    /** Whether a row names columns instead of holding a candle. */
    static boolean isHeader(Table.Entry row, ReadingOptions options) {
        List<String> fields =
                Arrays.stream(row.fields()).map(f -> f == null ? "" : f).toList();
        List<String> plain = fields.stream().map(ColumnNames::plain).toList();
        long found = List.of(ColumnNames.OPEN, ColumnNames.HIGH, ColumnNames.LOW, ColumnNames.CLOSE).stream()
                .filter(wanted -> wanted.stream().anyMatch(plain::contains))
                .count();
        return found >= 3
                || !options.columns().isEmpty()
                        && fields.containsAll(namesOf(options.columns().values()));
    }

    private static List<String> namesOf(Collection<String> columns) {
        return columns.stream().filter(c -> number(c) < 0).toList();
    }

    /** The index that "3" or "#3" says; -1 of a name. */
    static int number(String column) {
        String digits = column.startsWith("#") ? column.substring(1) : column;
        return digits.matches("\\d{1,3}") ? Integer.parseInt(digits) - 1 : -1;
    }

    /**
     * @throws UnusableFileException when a needed column is missing or there are several of it
     */
    Columns columns(List<String> remarks) throws UnusableFileException {
        int[] prices = {
            price("open", ColumnNames.OPEN),
            price("high", ColumnNames.HIGH),
            price("low", ColumnNames.LOW),
            price("close", ColumnNames.CLOSE)
        };
        int volume = new VolumeColumn(names, plain, sample, prices).find(chosen("volume"), remarks);
        int time = time(prices, volume, remarks);
        int timeOfDay = chosen("time_of_day");
        if (timeOfDay < 0 && chosen("time") < 0) {
            timeOfDay = timeOfDay(time);
        }
        int adjusted = chosen("adjusted_close");
        if (adjusted < 0) {
            adjusted = find(ColumnNames.ADJUSTED_CLOSE);
        }
        int finished = IntStream.range(0, plain.size())
                .filter(i -> ColumnNames.FINISHED.contains(plain.get(i)) && isFlag(i))
                .findFirst()
                .orElse(-1);
        List<Integer> taken = new ArrayList<>(List.of(time, timeOfDay, volume, adjusted, finished));
        Arrays.stream(prices).forEach(taken::add);
        return new Columns(time, timeOfDay, prices, volume, adjusted, finished, instruments(taken), List.copyOf(names));
    }

    private boolean isFlag(int index) {
        return sample.stream().map(row -> row.text(index)).allMatch(text -> text.matches("(?i)|0|1|true|false"));
    }

    private int chosen(String field) throws UnusableFileException {
        String column = options.columns().get(field);
        return column == null ? -1 : chosen(column, names);
    }

    static int chosen(String column, List<String> names) throws UnusableFileException {
        int exact = names.indexOf(column);
        if (exact >= 0) {
            return exact;
        }
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(column)) {
                return i;
            }
        }
        int number = number(column);
        if (number >= 0 && number < Math.max(1, names.size())) {
            return number;
        }
        throw new UnusableFileException(
                "There is no column '" + column + "'; the columns are " + String.join(", ", names) + ".");
    }

    private int price(String field, List<String> wanted) throws UnusableFileException {
        int chosen = chosen(field);
        if (chosen >= 0) {
            return chosen;
        }
        int found = find(wanted);
        if (found < 0) {
            throw new UnusableFileException("There is no column '" + field + "'; the columns are "
                    + String.join(", ", names) + ". Name it with --map " + field + "=COLUMN.");
        }
        for (int i = 0; i < plain.size(); i++) {
            int other = i;
            // Keys of JSON that differ by case alone hold different things: t and T.
            if (i != found
                    && plain.get(i).equals(plain.get(found))
                    && names.get(found).length() > 1
                    && sample.stream().anyMatch(row -> !row.text(other).equals(row.text(found)))) {
                throw new UnusableFileException("Two columns could be the " + field + ": '" + names.get(found)
                        + "' and '" + names.get(i) + "'. Choose one with --map " + field + "=COLUMN.");
            }
        }
        return found;
    }

    private int find(List<String> wanted) {
        for (String name : wanted) {
            int exact = names.indexOf(name);
            int found = exact >= 0 ? exact : plain.indexOf(name);
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }

    private int time(int[] prices, int volume, List<String> remarks) throws UnusableFileException {
        int chosen = chosen("time");
        if (chosen >= 0) {
            return chosen;
        }
        int named = -1;
        for (String name : ColumnNames.TIMES) {
            int found = find(List.of(name));
            if (found >= 0) {
                named = named < 0 ? found : named;
                if (holdsTimes(found, 0)) {
                    return found;
                }
            }
        }
        List<Integer> others = IntStream.range(0, names.size())
                .filter(i -> i != volume && Arrays.stream(prices).noneMatch(p -> p == i))
                .filter(i -> !plain.get(i).matches(".*(close|end|high|low).*") && holdsTimes(i, EARLIEST))
                .boxed()
                .toList();
        if (named < 0 && others.size() == 1) {
            remarks.add("Times are taken from the column '" + names.get(others.get(0)) + "'.");
            return others.get(0);
        }
        if (named < 0) {
            throw new UnusableFileException("There is no column 'time'; the columns are " + String.join(", ", names)
                    + ". Name it with --map time=COLUMN.");
        }
        return named;
    }

    /** Whether most of the first rows have a time there, or a date that is one in some order. */
    private boolean holdsTimes(int index, long earliest) {
        long rows = sample.stream().filter(row -> row.fault() == null).count();
        long found = sample.stream()
                .filter(row -> row.fault() == null)
                .map(row -> row.text(index))
                .filter(text -> times.parse(text) != CandleTimes.NONE && times.parse(text) >= earliest
                        || CandleTimes.openDate(text) != null)
                .count();
        return found > 0 && found * 2 >= rows;
    }

    /** The time of day beside a date that has none. */
    private int timeOfDay(int date) {
        if (sample.stream().anyMatch(row -> row.text(date).contains(":"))) {
            return -1;
        }
        for (String name : ColumnNames.TIMES_OF_DAY) {
            int found = find(List.of(name));
            if (found >= 0 && found != date && mostAre(found)) {
                return found;
            }
        }
        return -1;
    }

    private boolean mostAre(int index) {
        long found = sample.stream()
                .filter(row -> CandleTimes.isTimeOfDay(row.text(index)))
                .count();
        return found > 0 && found * 2 >= sample.size();
    }

    /** Columns whose name says it, and such of any name that hold one text throughout the first rows. */
    private List<Integer> instruments(List<Integer> taken) throws UnusableFileException {
        int chosen = chosen("symbol");
        if (chosen >= 0) {
            return List.of(chosen);
        }
        return IntStream.range(0, names.size())
                .filter(i -> !taken.contains(i))
                .filter(i -> ColumnNames.INSTRUMENTS.contains(plain.get(i)) || isOneText(i))
                .boxed()
                .toList();
    }

    private boolean isOneText(int index) {
        String first = null;
        for (Table.Entry row : sample) {
            String text = row.text(index);
            if (!isText(text) || first != null && !first.equals(text)) {
                return false;
            }
            first = text;
        }
        return first != null && sample.size() > 1;
    }

    /** Whether a text is neither empty, a number, a time nor a flag. */
    static boolean isText(@Nullable String text) {
        return text != null
                && !text.matches("(?i)|-|--|null|none|nan|n/?a|true|false|[-+\\d.,:/ %]+")
                && text.codePoints().anyMatch(Character::isLetter)
                && new CandleTimes("dMy", java.time.ZoneOffset.UTC).parse(text) == CandleTimes.NONE;
    }
}
