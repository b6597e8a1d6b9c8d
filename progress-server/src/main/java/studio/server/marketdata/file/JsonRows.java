package studio.server.marketdata.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import studio.model.market.Timeframe;

/**
 * The entries of the one list of candles in a JSON document, wherever it stands in it: arrays as exchanges return their
 * klines, or objects with named figures. Not thread-safe.
 */
final class JsonRows implements RowReader {
    private static final int LOOKED_AT = 50;
    private static final int MOST_FIELDS = 64;
    private static final List<String> TIMES =
            List.of("opentime", "open_time", "start", "starttime", "timestamp", "time", "ts", "t", "date");
    private static final List<List<String>> FIGURES = List.of(
            List.of("open", "openprice", "o"),
            List.of("high", "highprice", "h"),
            List.of("low", "lowprice", "l"),
            List.of("close", "closeprice", "c"),
            List.of("volume", "basevolume", "base_volume", "vol", "v"));
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(10_000)
                    .maxNameLength(1_000)
                    .maxNestingDepth(50)
                    .build())
            // The next file of a zip comes from the same stream.
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private final JsonParser parser;
    private final CandleRules rules;
    /** Arrays read ahead to tell their layout; a text is null where the array held something else. */
    private final Deque<@Nullable String[]> ahead = new ArrayDeque<>();

    private @Nullable ArrayLayout layout;
    private String timeFormat = "";
    private String told = "";
    private boolean inList;
    private boolean anyList;
    private boolean ended;
    private long lists;
    private long entry;

    JsonRows(InputStream in, Timeframe timeframe) throws IOException {
        this.parser = FACTORY.createParser(in);
        this.rules = new CandleRules(timeframe);
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            return read();
        } catch (JsonProcessingException e) {
            throw new UnusableFileException(
                    "The JSON breaks off or is damaged after entry " + entry + ": " + e.getOriginalMessage() + ".", e);
        } catch (CharConversionException e) {
            throw new UnusableFileException("The JSON is not UTF-8 after entry " + entry + ".", e);
        }
    }

    private @Nullable Row read() throws IOException {
        if (!ahead.isEmpty()) {
            return array(ahead.remove());
        }
        if (ended || !inList && !findList()) {
            return null;
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, String> fields = fields();
            step();
            return object(fields);
        }
        if (token == JsonToken.START_ARRAY) {
            return arrays();
        }
        String shown = CandleRules.shortened(String.valueOf(parser.getText()));
        parser.skipChildren();
        step();
        return new Row.Bad(++entry, "'" + shown + "' is no candle");
    }

    /** The next array; the first ones are read together, since only several of them tell what stands where. */
    private Row arrays() throws IOException {
        if (layout != null) {
            @Nullable String[] values = values();
            step();
            return array(values);
        }
        while (ahead.size() < LOOKED_AT && inList && parser.currentToken() == JsonToken.START_ARRAY) {
            ahead.add(values());
            step();
        }
        layout = ArrayLayout.of(ahead.stream().map(JsonRows::numbers).toList());
        return array(ahead.remove());
    }

    /** Goes to the first entry of the next list of arrays or objects; false at the document's end. */
    private boolean findList() throws IOException {
        JsonToken token = parser.nextToken();
        while (token != null) {
            if (token == JsonToken.START_ARRAY) {
                anyList = true;
                JsonToken first = parser.nextToken();
                if (first == JsonToken.START_ARRAY || first == JsonToken.START_OBJECT) {
                    if (++lists > 1) {
                        throw new UnusableFileException(
                                "The JSON holds more than one list; a file must hold the candles of one series.");
                    }
                    inList = true;
                    return true;
                }
                if (first == JsonToken.VALUE_STRING && told.isEmpty()) {
                    told = parser.getText();
                }
                token = first;
                continue;
            }
            if (token == JsonToken.VALUE_STRING && isMessage(parser.currentName())) {
                told = parser.getText();
            }
            token = parser.nextToken();
        }
        ended = true;
        if (lists == 0 && !told.isEmpty()) {
            throw new UnusableFileException(
                    "The file is an exchange's answer without candles: " + CandleRules.shortened(told.strip()) + ".");
        }
        if (!anyList) {
            throw new UnusableFileException("The JSON holds no list of candles.");
        }
        return false;
    }

    private static boolean isMessage(@Nullable String name) {
        return "msg".equals(name) || "message".equals(name) || "error".equals(name);
    }

    /** Goes on to the list's next entry, or out of the list. */
    private void step() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.END_ARRAY) {
            inList = false;
        }
    }

    private @Nullable String[] values() throws IOException {
        List<@Nullable String> values = new ArrayList<>(12);
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            String text = token.isScalarValue() ? parser.getText() : null;
            parser.skipChildren();
            if (values.size() < MOST_FIELDS) {
                values.add(text);
            }
        }
        return values.toArray(new @Nullable String[0]);
    }

    private Map<String, String> fields() throws IOException {
        Map<String, String> fields = new TreeMap<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String name = parser.currentName();
            token = parser.nextToken();
            if (token.isScalarValue() && fields.size() < MOST_FIELDS) {
                fields.put(name.toLowerCase(Locale.ROOT), parser.getText());
            }
            parser.skipChildren();
        }
        return fields;
    }

    private Row array(@Nullable String[] values) {
        entry++;
        int[] places = layout == null ? ArrayLayout.STANDARD.places() : layout.places();
        String[] texts = new String[FIGURES.size()];
        if (values.length <= places[4]) {
            return new Row.Bad(entry, values.length + " values, at least " + (places[4] + 1) + " are needed");
        }
        for (int i = 0; i < texts.length; i++) {
            String text = values[places[i]];
            texts[i] = text == null ? "" : text;
        }
        return candle(values[0] == null ? "" : values[0], texts);
    }

    private Row object(Map<String, String> fields) {
        entry++;
        String time = find(fields, TIMES);
        String[] texts = new String[FIGURES.size()];
        for (int i = 0; i < texts.length; i++) {
            String text = find(fields, FIGURES.get(i));
            if (text == null) {
                return new Row.Bad(entry, CsvColumns.FIELDS.get(i + 1) + " is missing");
            }
            texts[i] = text;
        }
        return time == null ? new Row.Bad(entry, "time is missing") : candle(time, texts);
    }

    private static @Nullable String find(Map<String, String> fields, List<String> names) {
        return names.stream()
                .filter(fields::containsKey)
                .findFirst()
                .map(fields::get)
                .orElse(null);
    }

    private Row candle(String timeText, String[] texts) {
        double[] values = new double[texts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(texts[i]);
            if (!Double.isFinite(values[i])) {
                return new Row.Bad(
                        entry,
                        CsvColumns.FIELDS.get(i + 1) + " '" + CandleRules.shortened(texts[i])
                                + "' is no finite number");
            }
        }
        long time = CandleTimes.parse(timeText);
        if (time == CandleTimes.NONE) {
            return new Row.Bad(entry, "time '" + CandleRules.shortened(timeText) + "' is no time that we read");
        }
        Row row = rules.check(entry, time, values[0], values[1], values[2], values[3], values[4]);
        if (timeFormat.isEmpty() && row instanceof Row.Good) {
            timeFormat = CandleTimes.format(timeText);
        }
        return row;
    }

    private static double number(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteText.number(bytes, 0, bytes.length);
    }

    private static double[] numbers(@Nullable String[] texts) {
        double[] numbers = new double[texts.length];
        for (int i = 0; i < numbers.length; i++) {
            String text = texts[i];
            numbers[i] = text == null ? Double.NaN : number(text);
        }
        return numbers;
    }

    @Override
    public List<String> columns() {
        if (layout == null) {
            return CsvColumns.FIELDS;
        }
        return switch (layout) {
            case STANDARD -> CsvColumns.FIELDS;
            case KRAKEN -> List.of("time", "open", "high", "low", "close", "mean price", "volume", "trades");
            case COINBASE -> List.of("time", "low", "high", "open", "close", "volume");
            case BITFINEX -> List.of("time", "open", "close", "high", "low", "volume");
        };
    }

    @Override
    public String timeFormat() {
        return timeFormat;
    }

    @Override
    public @Nullable String separator() {
        return null;
    }

    @Override
    public boolean hasHeader() {
        return false;
    }
}
