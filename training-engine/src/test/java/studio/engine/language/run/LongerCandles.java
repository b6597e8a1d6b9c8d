package studio.engine.language.run;

import java.util.ArrayList;
import java.util.List;
import studio.engine.market.Candles;
import studio.model.market.Timeframe;

/** Longer candles put together one by one, as an analyst would do it by hand. */
final class LongerCandles {
    private static final long FIRST_MONDAY = 4 * 86_400_000L;

    private LongerCandles() {}

    /** Those that have ended when the series ends; a first one that began before the series is left out. */
    static Candles closed(Candles c, Timeframe to) {
        long length = to.millis();
        long origin = to == Timeframe.W1 ? FIRST_MONDAY : 0;
        List<double[]> rows = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        for (int t = 0; t < c.size(); t++) {
            long open = Math.floorDiv(c.time()[t] - origin, length) * length + origin;
            if (times.isEmpty() || times.get(times.size() - 1) != open) {
                times.add(open);
                rows.add(new double[] {c.open()[t], c.high()[t], c.low()[t], c.close()[t], c.volume()[t]});
            } else {
                double[] row = rows.get(rows.size() - 1);
                row[1] = Math.max(row[1], c.high()[t]);
                row[2] = Math.min(row[2], c.low()[t]);
                row[3] = c.close()[t];
                row[4] += c.volume()[t];
            }
        }
        if (!times.isEmpty() && times.get(0) < c.time()[0]) {
            times.remove(0);
            rows.remove(0);
        }
        long end = c.size() == 0 ? 0 : c.time()[c.size() - 1] + c.timeframe().millis();
        if (!times.isEmpty() && times.get(times.size() - 1) + length > end) {
            times.remove(times.size() - 1);
            rows.remove(rows.size() - 1);
        }
        return new Candles(
                to,
                times.stream().mapToLong(Long::longValue).toArray(),
                column(rows, 0),
                column(rows, 1),
                column(rows, 2),
                column(rows, 3),
                column(rows, 4));
    }

    private static double[] column(List<double[]> rows, int index) {
        return rows.stream().mapToDouble(row -> row[index]).toArray();
    }
}
