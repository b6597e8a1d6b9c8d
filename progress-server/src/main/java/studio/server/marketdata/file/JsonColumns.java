package studio.server.marketdata.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists of plain values that a JSON document holds by name: columns of a table, or the names of its columns. Not thread-safe. */
final class JsonColumns {
    /** Of all columns together; a longer file has its candles one by one. */
    private static final int MOST_VALUES = 10_000_000;

    private final Map<String, List<@Nullable String>> columns = new LinkedHashMap<>();
    private final List<List<@Nullable String>> unnamed = new ArrayList<>();
    private @Nullable List<@Nullable String> keys;
    private int values;
    private int at;

    void add(@Nullable String name, List<@Nullable String> column) throws UnusableFileException {
        count(column.size());
        if (name == null) {
            unnamed.add(column);
        } else if (columns.putIfAbsent(name, column) != null) {
            throw new UnusableFileException("The JSON holds several lists named '" + name + "'.");
        }
    }

    /** Reads on in an object of one value a time. */
    void addByTime(@Nullable String name, JsonParser parser, String firstKey) throws IOException {
        List<@Nullable String> times = new ArrayList<>();
        List<@Nullable String> column = new ArrayList<>();
        String key = firstKey;
        while (true) {
            JsonToken value = parser.currentToken();
            times.add(key);
            column.add(value.isScalarValue() && value != JsonToken.VALUE_NULL ? parser.getText() : null);
            parser.skipChildren();
            count(1);
            if (parser.nextToken() != JsonToken.FIELD_NAME) {
                break;
            }
            key = parser.currentName();
            parser.nextToken();
        }
        if (keys != null && !keys.equals(times)) {
            throw new UnusableFileException("The columns of the JSON are of different times.");
        }
        keys = times;
        if (name != null) {
            columns.putIfAbsent(name, column);
        }
    }

    private void count(int more) throws UnusableFileException {
        values += more;
        if (values > MOST_VALUES) {
            throw new UnusableFileException(
                    "The JSON holds more than " + MOST_VALUES + " values as columns; write it with an entry a candle.");
        }
    }

    /** The names of columns that one of the lists holds; empty where none does. */
    List<String> header() {
        for (List<@Nullable String> column : columns.values()) {
            List<String> names = column.stream().map(n -> n == null ? "" : n).toList();
            List<String> plain = names.stream().map(ColumnNames::plain).toList();
            if (plain.contains("open") && plain.contains("close")) {
                return names;
            }
        }
        return List.of();
    }

    /** Whether the lists can be the columns of candles. */
    boolean isTable() {
        List<String> plain = columns.keySet().stream().map(ColumnNames::plain).toList();
        return ColumnNames.OPEN.stream().anyMatch(plain::contains)
                && ColumnNames.CLOSE.stream().anyMatch(plain::contains);
    }

    /**
     * @throws UnusableFileException when the columns are not of one length
     */
    void end() throws UnusableFileException {
        List<@Nullable String> times = keys;
        if (times != null && !columns.containsKey("time")) {
            columns.put("time", times);
        }
        int length = columns.entrySet().stream()
                .filter(c -> ColumnNames.OPEN.contains(ColumnNames.plain(c.getKey())))
                .mapToInt(c -> c.getValue().size())
                .findFirst()
                .orElse(0);
        for (Map.Entry<String, List<@Nullable String>> column : List.copyOf(columns.entrySet())) {
            if (column.getValue().size() == length) {
                continue;
            }
            if (ColumnNames.isOfCandle(ColumnNames.plain(column.getKey()))) {
                throw new UnusableFileException("The columns of the JSON have different lengths: " + length + " and "
                        + column.getValue().size() + " of '" + column.getKey() + "'.");
            }
            columns.remove(column.getKey());
        }
    }

    List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /** Forgets the columns; lists without a name stay, which are rows where there is no list of them. */
    void clear() {
        columns.clear();
        unnamed.removeIf(row -> row.size() < 5);
    }

    void clearAll() {
        clear();
        unnamed.clear();
    }

    Table.@Nullable Entry next(long entry) {
        if (columns.isEmpty()) {
            return at < unnamed.size()
                    ? new Table.Entry(entry, unnamed.get(at++).toArray(new @Nullable String[0]), null)
                    : null;
        }
        if (at >= columns.values().iterator().next().size()) {
            return null;
        }
        @Nullable String[] fields = new @Nullable String[columns.size()];
        int i = 0;
        for (List<@Nullable String> column : columns.values()) {
            fields[i++] = column.get(at);
        }
        at++;
        return new Table.Entry(entry, fields, null);
    }
}
