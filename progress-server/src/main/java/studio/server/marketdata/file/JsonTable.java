package studio.server.marketdata.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the one list of candles in a JSON document, wherever it stands in it: arrays as exchanges return their klines,
 * objects with named figures, objects by their times, or columns as arrays. Lists are read as they are asked for; columns
 * are read whole. Not thread-safe.
 */
final class JsonTable implements Table {
    private static final int MOST_FIELDS = 64;
    private static final String TIME = "time";
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(10_000)
                    .maxNameLength(1_000)
                    .maxNestingDepth(50)
                    .build())
            // One figure that is none costs its row, not the file.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            // The next file of a zip comes from the same stream.
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private enum Place {
        OUTSIDE,
        LIST,
        BY_TIME,
        END
    }

    private final JsonParser parser;
    private final CandleTimes times = new CandleTimes("dMy", ZoneOffset.UTC);
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final JsonColumns columns = new JsonColumns();
    private Place place = Place.OUTSIDE;
    private String told = "";
    private String listName = "";
    private boolean anyList;
    /** Whether the first entry of a list has begun already. */
    private boolean pending;

    private @Nullable String pendingTime;
    private boolean arrays;
    private long lists;
    private long entry;

    JsonTable(InputStream in) throws IOException {
        this.parser = FACTORY.createParser(in);
    }

    @Override
    public @Nullable Entry next() throws IOException {
        try {
            while (true) {
                switch (place) {
                    case OUTSIDE -> findList();
                    case LIST -> {
                        JsonToken token = pending ? parser.currentToken() : parser.nextToken();
                        pending = false;
                        if (token != null && token != JsonToken.END_ARRAY) {
                            return row(null);
                        }
                        place = Place.OUTSIDE;
                    }
                    case BY_TIME -> {
                        if (pending) {
                            pending = false;
                            return row(pendingTime);
                        }
                        if (parser.nextToken() == JsonToken.FIELD_NAME) {
                            String time = parser.currentName();
                            parser.nextToken();
                            return row(time);
                        }
                        place = Place.OUTSIDE;
                    }
                    case END -> {
                        return columns.next(++entry);
                    }
                }
            }
        } catch (JsonProcessingException e) {
            throw new UnusableFileException(
                    "The JSON breaks off or is damaged after entry " + entry + ": " + e.getOriginalMessage() + ".", e);
        } catch (CharConversionException e) {
            throw new UnusableFileException("The JSON is not UTF-8 after entry " + entry + ".", e);
        }
    }

    /** Goes to the first entry of the next list, or to the document's end. */
    private void findList() throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY && isList() || token == JsonToken.START_OBJECT && isByTime()) {
                return;
            }
            if (parser.currentToken() == JsonToken.VALUE_STRING && isMessage(parser.currentName())) {
                told = parser.getText();
            }
        }
        place = Place.END;
        if (lists == 0 && columns.isTable()) {
            columns.end();
            names.addAll(columns.names());
        } else if (lists == 0 && !told.isEmpty()) {
            throw new UnusableFileException(
                    "The file is an exchange's answer without candles: " + CandleRules.shortened(told.strip()) + ".");
        } else if (!anyList) {
            throw new UnusableFileException("The JSON holds no list of candles.");
        } else if (lists == 0) {
            columns.clear();
        } else {
            columns.clearAll();
        }
    }

    private boolean isList() throws IOException {
        anyList = true;
        String name = parser.currentName();
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_ARRAY || first == JsonToken.START_OBJECT) {
            begin(name);
            place = Place.LIST;
            pending = true;
            return true;
        }
        List<@Nullable String> values = new ArrayList<>();
        for (JsonToken token = first; token != null && token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token.isScalarValue()) {
                values.add(text(token));
            } else {
                parser.skipChildren();
            }
        }
        if (told.isEmpty() && first == JsonToken.VALUE_STRING) {
            told = String.valueOf(values.get(0));
        }
        columns.add(name, values);
        return false;
    }

    private boolean isByTime() throws IOException {
        String name = parser.currentName();
        if (parser.nextToken() != JsonToken.FIELD_NAME) {
            return false;
        }
        String key = parser.currentName();
        boolean time = times.parse(key) != CandleTimes.NONE || CandleTimes.openDate(key) != null;
        JsonToken value = parser.nextToken();
        if (!time) {
            // Whatever it is, it is looked at as if it had been met outside.
            if (value == JsonToken.START_ARRAY) {
                return isList();
            }
            if (value == JsonToken.START_OBJECT) {
                return isByTime();
            }
            if (value == JsonToken.VALUE_STRING && isMessage(parser.currentName())) {
                told = parser.getText();
            }
            return false;
        }
        if (value.isScalarValue()) {
            columns.addByTime(name, parser, key);
            return false;
        }
        begin(name);
        anyList = true;
        place = Place.BY_TIME;
        pending = true;
        pendingTime = key;
        return true;
    }

    private void begin(@Nullable String name) throws UnusableFileException {
        if (++lists > 1) {
            throw new UnusableFileException("The JSON holds more than one list (" + listName + ", " + name
                    + "); a file must hold the candles of one series.");
        }
        listName = String.valueOf(name);
        names.addAll(columns.header());
        arrays = !names.isEmpty();
    }

    /** The entry that the parser stands on. */
    private Entry row(@Nullable String time) throws IOException {
        JsonToken token = parser.currentToken();
        entry++;
        if (token == JsonToken.START_ARRAY) {
            arrays = true;
            return new Entry(entry, values(time), null);
        }
        if (token == JsonToken.START_OBJECT) {
            if (arrays) {
                parser.skipChildren();
                return new Entry(entry, new @Nullable String[0], "an object among arrays is no candle");
            }
            List<@Nullable String> fields = new ArrayList<>();
            if (time != null) {
                put(fields, TIME, time);
            }
            fields(fields, "");
            return new Entry(entry, fields.toArray(new @Nullable String[0]), null);
        }
        return new Entry(
                entry,
                new @Nullable String[0],
                "'" + CandleRules.shortened(String.valueOf(parser.getText())) + "' is no candle");
    }

    private @Nullable String[] values(@Nullable String time) throws IOException {
        List<@Nullable String> values = new ArrayList<>(12);
        if (time != null) {
            values.add(time);
        }
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            String text = token.isScalarValue() ? text(token) : null;
            parser.skipChildren();
            if (values.size() < MOST_FIELDS) {
                values.add(text);
            }
        }
        return values.toArray(new @Nullable String[0]);
    }

    /** Objects in objects are read one level deep, as {@code mid.o}. */
    private void fields(List<@Nullable String> fields, String prefix) throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String name = prefix + parser.currentName();
            token = parser.nextToken();
            if (token.isScalarValue()) {
                put(fields, name, text(token));
            } else if (token == JsonToken.START_OBJECT && prefix.isEmpty()) {
                fields(fields, name + ".");
            } else {
                parser.skipChildren();
            }
        }
    }

    private void put(List<@Nullable String> fields, String name, @Nullable String text) {
        Integer index = indexes.get(name);
        if (index == null) {
            if (names.size() >= MOST_FIELDS) {
                return;
            }
            index = names.size();
            indexes.put(name, index);
            names.add(name);
        }
        while (fields.size() <= index) {
            fields.add(null);
        }
        fields.set(index, text);
    }

    private @Nullable String text(JsonToken token) throws IOException {
        return token == JsonToken.VALUE_NULL ? null : parser.getText().strip();
    }

    private static boolean isMessage(@Nullable String name) {
        return "msg".equals(name) || "message".equals(name) || "error".equals(name);
    }

    @Override
    public List<String> names() {
        return List.copyOf(names);
    }

    @Override
    public String format() {
        return "json";
    }

    @Override
    public @Nullable String separator() {
        return null;
    }
}
