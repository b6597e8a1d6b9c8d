package studio.server.marketdata.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where a CSV has what.
 *
 * @param index of time, open, high, low, close and volume among the fields
 * @param timeOfDay index of the time of day where the date stands alone; -1 for none
 * @param names the header's, for a person
 */
record CsvColumns(int[] index, int timeOfDay, List<String> names) {
    static final List<String> FIELDS = List.of("time", "open", "high", "low", "close", "volume");

    /** Times in order of preference: a number cannot be misread, a date may lack its time of day. */
    private static final List<String> TIMES = List.of(
            "timestamp",
            "open_time",
            "open time",
            "opentime",
            "unix",
            "unix timestamp",
            "unix_timestamp",
            "ts",
            "epoch",
            "start",
            "datetime",
            "date time",
            "gmt time",
            "time",
            "date");

    private static final List<List<String>> PRICES = List.of(
            List.of("open", "open price", "open_price", "o"),
            List.of("high", "high price", "high_price", "h"),
            List.of("low", "low price", "low_price", "l"),
            List.of("close", "close price", "close_price", "c"));

    private static final List<String> VOLUMES = List.of("volume", "base_volume", "base volume", "tickvol", "vol", "v");

    /** Time, open, high, low, close, volume, as every exchange's dumps without a header have them. */
    static CsvColumns standard() {
        return new CsvColumns(new int[] {0, 1, 2, 3, 4, 5}, -1, FIELDS);
    }

    /** Whether a line names columns instead of holding a candle. */
    static boolean isHeader(List<String> fields) {
        List<String> names = plain(fields);
        return find(names, PRICES.get(0)) >= 0 && find(names, PRICES.get(3)) >= 0;
    }

    /**
     * @throws UnusableFileException when a needed column is missing
     */
    static CsvColumns of(List<String> header) throws UnusableFileException {
        List<String> names = plain(header);
        int[] index = new int[FIELDS.size()];
        index[0] = find(names, TIMES);
        for (int i = 0; i < PRICES.size(); i++) {
            index[i + 1] = find(names, PRICES.get(i));
        }
        index[5] = volume(names);
        for (int i = 0; i < index.length; i++) {
            if (index[i] < 0) {
                throw new UnusableFileException("The first line names no column '" + FIELDS.get(i)
                        + "'; needed are timestamp,open,high,low,close,volume.");
            }
        }
        boolean dateAlone =
                names.get(index[0]).equals("date") || names.get(index[0]).equals("time");
        int date = names.indexOf("date");
        int time = names.indexOf("time");
        if (dateAlone && date >= 0 && time >= 0) {
            index[0] = date;
            return new CsvColumns(index, time, List.copyOf(header));
        }
        return new CsvColumns(index, -1, List.copyOf(header));
    }

    /** "Volume BTC" and "Volume USDT" stand side by side in some files, the base currency first. */
    private static int volume(List<String> names) {
        int exact = find(names, VOLUMES);
        for (int i = 0; exact < 0 && i < names.size(); i++) {
            if (names.get(i).startsWith("volume")) {
                return i;
            }
        }
        return exact;
    }

    private static int find(List<String> names, List<String> wanted) {
        for (String name : wanted) {
            int found = names.indexOf(name);
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }

    /** In lower case and without the angle brackets that MetaTrader puts around. */
    private static List<String> plain(List<String> fields) {
        List<String> names = new ArrayList<>();
        for (String field : fields) {
            String name = field.toLowerCase(Locale.ROOT);
            names.add(name.startsWith("<") && name.endsWith(">") ? name.substring(1, name.length() - 1) : name);
        }
        return names;
    }
}
