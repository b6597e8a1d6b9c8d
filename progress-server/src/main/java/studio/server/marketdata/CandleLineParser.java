package studio.server.marketdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import studio.model.market.Timeframe;

/**
 * Reads the lines of one candle CSV in order. The first line with text may name the columns, in any case and order;
 * without names they are time, open, high, low, close, volume. Further columns are passed over. Not thread-safe.
 */
final class CandleLineParser {
    private static final List<Set<String>> NAMES = List.of(
            Set.of("timestamp", "time", "date", "datetime", "open_time", "open time", "unix"),
            Set.of("open"),
            Set.of("high"),
            Set.of("low"),
            Set.of("close"),
            Set.of("volume", "vol"));
    private static final List<String> FIELDS = List.of("time", "open", "high", "low", "close", "volume");

    private final Timeframe timeframe;
    private int[] columns = {0, 1, 2, 3, 4, 5};
    private boolean started;

    CandleLineParser(Timeframe timeframe) {
        this.timeframe = timeframe;
    }

    /**
     * What the next line is.
     *
     * @throws UnusableCsvException when it names the columns and one that is needed is missing
     */
    CandleLine parse(String line) throws UnusableCsvException {
        if (line.isBlank()) {
            return new CandleLine.Nothing();
        }
        List<String> fields = split(line);
        boolean first = !started;
        started = true;
        if (first && isHeader(fields)) {
            columns = columnsOf(fields);
            return new CandleLine.Nothing();
        }
        return candle(fields);
    }

    private CandleLine candle(List<String> fields) {
        double[] values = new double[columns.length];
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] >= fields.size()) {
                return new CandleLine.Bad(fields.size() + " fields, " + FIELDS.get(i) + " is missing");
            }
            if (i > 0) {
                String text = fields.get(columns[i]);
                values[i] = number(text);
                if (!Double.isFinite(values[i])) {
                    return new CandleLine.Bad(FIELDS.get(i) + " '" + shortened(text) + "' is no finite number");
                }
            }
        }
        String time = fields.get(columns[0]);
        OptionalLong millis = CandleTimes.parse(time);
        if (millis.isEmpty()) {
            return new CandleLine.Bad(
                    "time '" + shortened(time) + "' is neither epoch seconds or milliseconds nor ISO-8601");
        }
        return possible(new CandleLine.Good(millis.getAsLong(), values[1], values[2], values[3], values[4], values[5]));
    }

    private CandleLine possible(CandleLine.Good c) {
        if (!CandleTimes.isOnGrid(c.time(), timeframe)) {
            return new CandleLine.Bad(java.time.Instant.ofEpochMilli(c.time()) + " is no time at which a "
                    + timeframe.wireName() + " candle opens");
        }
        if (c.open() <= 0 || c.high() <= 0 || c.low() <= 0 || c.close() <= 0) {
            return new CandleLine.Bad("a price is not above 0");
        }
        if (c.volume() < 0) {
            return new CandleLine.Bad("volume " + c.volume() + " is below 0");
        }
        if (c.low() > c.high()) {
            return new CandleLine.Bad("low " + c.low() + " is above high " + c.high());
        }
        if (c.low() > Math.min(c.open(), c.close()) || c.high() < Math.max(c.open(), c.close())) {
            return new CandleLine.Bad("open " + c.open() + " or close " + c.close() + " lies outside low " + c.low()
                    + " to high " + c.high());
        }
        return c;
    }

    private static boolean isHeader(List<String> fields) {
        List<String> names = lowerCase(fields);
        return names.contains("open") && names.contains("close");
    }

    private static int[] columnsOf(List<String> header) throws UnusableCsvException {
        List<String> names = lowerCase(header);
        int[] found = new int[NAMES.size()];
        for (int i = 0; i < found.length; i++) {
            Set<String> wanted = NAMES.get(i);
            found[i] = names.indexOf(
                    names.stream().filter(wanted::contains).findFirst().orElse("\n"));
            if (found[i] < 0) {
                throw new UnusableCsvException("The first line names no column '" + FIELDS.get(i)
                        + "'; needed are timestamp,open,high,low,close,volume.");
            }
        }
        return found;
    }

    /** By comma, or by semicolon or tab where there is no comma; quotes around a field are dropped. */
    private static List<String> split(String line) {
        char separator = line.indexOf(',') >= 0 ? ',' : line.indexOf(';') >= 0 ? ';' : '\t';
        List<String> fields = new ArrayList<>(8);
        int start = 0;
        while (start <= line.length()) {
            int end = line.indexOf(separator, start);
            end = end < 0 ? line.length() : end;
            String field = line.substring(start, end).strip();
            boolean quoted = field.length() > 1 && field.startsWith("\"") && field.endsWith("\"");
            fields.add(quoted ? field.substring(1, field.length() - 1).strip() : field);
            start = end + 1;
        }
        return fields;
    }

    /** NaN when the text is no plain decimal number: {@code parseDouble} alone would take "1d" and "0x1p3". */
    private static double number(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789.+-eE".indexOf(text.charAt(i)) < 0) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static List<String> lowerCase(List<String> fields) {
        return fields.stream().map(field -> field.toLowerCase(Locale.ROOT)).toList();
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
