package studio.server.marketdata.file;

import java.util.List;

/**
 * Where a table has what, as indexes of fields; -1 where it has none.
 *
 * @param prices of open, high, low and close
 * @param timeOfDay where the date stands alone
 * @param finished the flag of candles that are over
 * @param instruments what parts instruments that one file holds
 * @param names of all fields, for a person
 */
record Columns(
        int time,
        int timeOfDay,
        int[] prices,
        int volume,
        int adjustedClose,
        int finished,
        List<Integer> instruments,
        List<String> names) {
    static final List<String> PRICES = List.of("open", "high", "low", "close");

    /** Time, open, high, low, close, volume, as most dumps without a header have them. */
    static Columns standard() {
        return new Columns(
                0,
                -1,
                new int[] {1, 2, 3, 4},
                5,
                -1,
                -1,
                List.of(),
                List.of("time", "open", "high", "low", "close", "volume"));
    }

    String name(int index) {
        return index < names.size() ? names.get(index) : "#" + (index + 1);
    }
}
