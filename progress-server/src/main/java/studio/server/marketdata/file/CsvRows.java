package studio.server.marketdata.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.model.market.Timeframe;

/**
 * The rows of one candle CSV. Before the first candle a line may name the columns, in any case and order; without names
 * they are time, open, high, low, close, volume. Further columns are passed over. Columns are separated by whichever of
 * comma, semicolon and tab the first line with text has most of. Not thread-safe.
 */
final class CsvRows implements RowReader {
    private static final String[] SEPARATOR_NAMES = {"comma", "semicolon", "tab"};
    private static final byte[] SEPARATORS = {',', ';', '\t'};
    private static final int MOST_FIELDS = 200;

    private final LineReader lines;
    private final CandleRules rules;
    private final int[] starts = new int[MOST_FIELDS];
    private final int[] ends = new int[MOST_FIELDS];
    private CsvColumns columns = CsvColumns.standard();
    private String timeFormat = "";
    private boolean header;
    private boolean started;
    private int separator = -1;
    private int fields;

    CsvRows(InputStream in, Timeframe timeframe) {
        this.lines = new LineReader(in);
        this.rules = new CandleRules(timeframe);
    }

    @Override
    public @Nullable Row next() throws IOException {
        while (lines.next()) {
            if (lines.isTooLong()) {
                return new Row.Bad(lines.number(), "longer than " + LineReader.LONGEST + " characters");
            }
            if (isBlank()) {
                continue;
            }
            split();
            if (!started && CsvColumns.isHeader(texts())) {
                columns = CsvColumns.of(texts());
                header = true;
                started = true;
                continue;
            }
            Row row = candle();
            if (row instanceof Row.Good && timeFormat.isEmpty()) {
                started = true;
                timeFormat = CandleTimes.format(time());
            }
            return row;
        }
        return null;
    }

    private Row candle() {
        long line = lines.number();
        byte[] bytes = lines.bytes();
        double[] values = new double[6];
        int[] index = columns.index();
        for (int i = 0; i < index.length; i++) {
            int field = index[i];
            if (field >= fields || columns.timeOfDay() >= fields) {
                return new Row.Bad(
                        line,
                        fields + (fields == 1 ? " field, " : " fields, ")
                                + CsvColumns.FIELDS.get(field >= fields ? i : 0) + " is missing");
            }
            if (i > 0) {
                values[i] = ByteText.number(bytes, starts[field], ends[field]);
                if (!Double.isFinite(values[i])) {
                    return new Row.Bad(
                            line,
                            CsvColumns.FIELDS.get(i) + " '" + CandleRules.shortened(text(field))
                                    + "' is no finite number");
                }
            }
        }
        long time = columns.timeOfDay() < 0
                ? CandleTimes.parse(bytes, starts[index[0]], ends[index[0]])
                : CandleTimes.parse(time());
        if (time == CandleTimes.NONE) {
            return new Row.Bad(
                    line,
                    "time '" + CandleRules.shortened(time())
                            + "' is neither an epoch in seconds to nanoseconds nor a date that can be read one way only");
        }
        return rules.check(line, time, values[1], values[2], values[3], values[4], values[5]);
    }

    private String time() {
        String time = text(columns.index()[0]);
        return columns.timeOfDay() < 0 ? time : time + " " + text(columns.timeOfDay());
    }

    private boolean isBlank() {
        byte[] bytes = lines.bytes();
        for (int i = 0; i < lines.length(); i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Finds the fields; blanks and quotes around them are left out. */
    private void split() {
        byte[] bytes = lines.bytes();
        int length = lines.length();
        if (!started) {
            separator = mostFrequent(bytes, length);
        }
        byte cut = SEPARATORS[separator];
        fields = 0;
        int start = 0;
        for (int i = 0; i <= length && fields < MOST_FIELDS; i++) {
            if (i == length || bytes[i] == cut) {
                field(bytes, start, i);
                start = i + 1;
            }
        }
    }

    private void field(byte[] bytes, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && (bytes[start] == ' ' || bytes[start] == '"')) {
            start++;
        }
        while (end > start && (bytes[end - 1] == ' ' || bytes[end - 1] == '"')) {
            end--;
        }
        starts[fields] = start;
        ends[fields++] = end;
    }

    private static int mostFrequent(byte[] bytes, int length) {
        int[] counts = new int[SEPARATORS.length];
        for (int i = 0; i < length; i++) {
            for (int s = 0; s < SEPARATORS.length; s++) {
                if (bytes[i] == SEPARATORS[s]) {
                    counts[s]++;
                }
            }
        }
        int best = 0;
        for (int s = 1; s < counts.length; s++) {
            if (counts[s] > counts[best]) {
                best = s;
            }
        }
        return best;
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>(fields);
        for (int i = 0; i < fields; i++) {
            texts.add(text(i));
        }
        return texts;
    }

    private String text(int field) {
        return ByteText.string(lines.bytes(), starts[field], ends[field]);
    }

    @Override
    public List<String> columns() {
        return columns.names();
    }

    @Override
    public String timeFormat() {
        return timeFormat;
    }

    @Override
    public @Nullable String separator() {
        return separator < 0 ? null : SEPARATOR_NAMES[separator];
    }

    @Override
    public boolean hasHeader() {
        return header;
    }
}
