package studio.engine.market;

import java.util.Arrays;
import studio.model.market.SeriesClock;
import studio.model.market.Timeframe;

/** Sums candles up to longer ones: first open, highest high, lowest low, last close, total volume. */
public final class Resampler {
    private Resampler() {}

    /**
     * What resampling gives.
     *
     * @param leftOut candles at the series' ends that its candles do not fill: half of one would look like a quiet one
     */
    public record Resampled(Candles candles, int leftOut) {}

    /**
     * Candles missing inside leave the longer ones as they are; where all are missing there is none. Days are the trading
     * days of the series' clock, weeks begin with their first day, and shorter candles follow from the day's first open.
     *
     * @param to a longer timeframe that is a multiple of the series'
     * @throws IllegalArgumentException when it is not
     */
    public static Resampled resample(Candles c, Timeframe to) {
        long step = c.timeframe().millis();
        long length = to.millis();
        if (length <= step || length % step != 0) {
            throw new IllegalArgumentException("timeframe " + to.wireName() + " is no longer multiple of "
                    + c.timeframe().wireName());
        }
        SeriesClock clock = c.clock().in(to);
        TradingCalendar calendar = TradingCalendar.of(c.clock());
        long[] time = new long[c.size()];
        double[][] figures = new double[5][c.size()];
        int n = -1;
        long end = Long.MIN_VALUE;
        for (int i = 0; i < c.size(); i++) {
            if (c.time()[i] >= end) {
                n++;
                time[n] = clock.floor(c.time()[i]);
                end = clock.next(time[n]);
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
        int from = count > 0 && calendar.expectedBetween(time[0] - step, c.time()[0]) > 0 ? 1 : 0;
        int until = count > from && calendar.expectedBetween(c.time()[c.size() - 1], end) > 0 ? count - 1 : count;
        return new Resampled(
                new Candles(
                        clock,
                        Arrays.copyOfRange(time, from, until),
                        Arrays.copyOfRange(figures[0], from, until),
                        Arrays.copyOfRange(figures[1], from, until),
                        Arrays.copyOfRange(figures[2], from, until),
                        Arrays.copyOfRange(figures[3], from, until),
                        Arrays.copyOfRange(figures[4], from, until)),
                count - (until - from));
    }
}
