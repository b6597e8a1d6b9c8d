package studio.engine.indicator;

import java.util.Arrays;

/**
 * How much a market has moved lately, as a standard deviation a year: that of the last 20 log returns from close to close
 * (divided by 19, around their mean; Hull, Options, Futures, and Other Derivatives, 10th edition, section 15.4), times the
 * square root of the bars a year.
 *
 * <p>Bars a year are counted, not looked up, so that markets with sessions need no calendar: the bars of the last 52 weeks,
 * or of as many whole weeks as the series has until then, at 365 days a year. Whole weeks hold as many weekends as each
 * other; where no candle is missing a market that never closes gives exactly 365 days' bars, as {@code AnnualPeriods.CRYPTO}
 * has it. Where candles are missing, there are fewer and larger returns a year.
 */
public final class AnnualVolatility {
    /** Returns that are looked at. */
    public static final int LENGTH = 20;

    private static final long DAY_MILLIS = 86_400_000L;
    private static final long WEEK_MILLIS = 7 * DAY_MILLIS;
    private static final long MOST_WEEKS = 52;

    private AnnualVolatility() {}

    /**
     * The volatility at each close as a fraction: 0.6 is 60 % a year. 0 where the last 21 closes are the same. NaN in the
     * first {@link #LENGTH} bars and in the first week, and where one of the closes is not above 0.
     *
     * @param time open times, epoch milliseconds, ascending
     * @param close as many
     */
    public static double[] of(long[] time, double[] close) {
        double[] returns = new double[close.length];
        for (int t = 1; t < close.length; t++) {
            returns[t] = close[t] > 0 && close[t - 1] > 0 ? Math.log(close[t] / close[t - 1]) : Double.NaN;
        }
        double[] out = new double[close.length];
        Arrays.fill(out, Double.NaN);
        for (int t = LENGTH; t < close.length; t++) {
            long weeks = Math.min(MOST_WEEKS, (time[t] - time[0]) / WEEK_MILLIS);
            if (weeks > 0) {
                long span = weeks * WEEK_MILLIS;
                int bars = t - lastAtOrBefore(time, t, time[t] - span);
                double barsPerYear = bars * (365.0 * DAY_MILLIS / span);
                out[t] = Math.sqrt(variance(returns, t) * barsPerYear);
            }
        }
        return out;
    }

    /** Not by running sums: a market that stands still has a variance of 0, not of a rounding. */
    private static double variance(double[] returns, int last) {
        double sum = 0;
        for (int t = last - LENGTH + 1; t <= last; t++) {
            sum += returns[t];
        }
        double mean = sum / LENGTH;
        double squares = 0;
        for (int t = last - LENGTH + 1; t <= last; t++) {
            squares += (returns[t] - mean) * (returns[t] - mean);
        }
        return squares / (LENGTH - 1);
    }

    private static int lastAtOrBefore(long[] time, int before, long wanted) {
        int at = Arrays.binarySearch(time, 0, before, wanted);
        return at >= 0 ? at : -at - 2;
    }
}
