package studio.engine.market;

import java.util.Arrays;
import studio.model.market.Timeframe;

/** Sums candles up to longer ones: first open, highest high, lowest low, last close, total volume. */
public final class Resampler {
    /** The epoch was a Thursday; weekly candles open on Monday. */
    private static final long FIRST_MONDAY = 4 * 86_400_000L;

    private Resampler() {}

    /**
     * What resampling gives.
     *
     * @param leftOut candles at the series' ends that its candles do not fill: half of one would look like a quiet one
     */
    public record Resampled(Candles candles, int leftOut) {}

    /**
     * Candles missing inside leave the longer ones as they are; where all are missing there is none.
     *
     * @param to a longer timeframe that is a multiple of the series'
     * @throws IllegalArgumentException when it is not
     */
    public static Resampled resample(Candles c, Timeframe to, TradingCalendar calendar) {
        long step = c.timeframe().millis();
        long length = to.millis();
        if (length <= step || length % step != 0) {
            throw new IllegalArgumentException("timeframe " + to.wireName() + " is no longer multiple of "
                    + c.timeframe().wireName());
        }
        long origin = to == Timeframe.W1 ? FIRST_MONDAY : 0;
        long[] time = new long[c.size()];
        double[][] figures = new double[5][c.size()];
        int n = -1;
        for (int i = 0; i < c.size(); i++) {
            long open = Math.floorDiv(c.time()[i] - origin, length) * length + origin;
            if (n < 0 || time[n] != open) {
                n++;
                time[n] = open;
                figures[0][n] = c.open()[i];
                figures[1][n] = c.high()[i];
                figures[2][n] = c.low()[i];
            } else {
                figures[1][n] = Math.max(figures[1][n], c.high()[i]);
                figures[2][n] = Math.min(figures[2][n], c.low()[i]);
            }
            figures[3][n] = c.close()[i];
            figures[4][n] += c.volume()[i];
        }
        int count = n + 1;
        int from = count > 0 && calendar.expectedBetween(time[0] - step, c.time()[0], c.timeframe()) > 0 ? 1 : 0;
        int end = count > from && isOpenEnded(c, time[n] + length, calendar) ? count - 1 : count;
        return new Resampled(
                new Candles(
                        to,
                        Arrays.copyOfRange(time, from, end),
                        Arrays.copyOfRange(figures[0], from, end),
                        Arrays.copyOfRange(figures[1], from, end),
                        Arrays.copyOfRange(figures[2], from, end),
                        Arrays.copyOfRange(figures[3], from, end),
                        Arrays.copyOfRange(figures[4], from, end)),
                count - (end - from));
    }

    private static boolean isOpenEnded(Candles c, long end, TradingCalendar calendar) {
        return calendar.expectedBetween(c.time()[c.size() - 1], end, c.timeframe()) > 0;
    }
}
