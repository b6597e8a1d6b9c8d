package studio.engine.indicator;

/**
 * Measures of range and deviation, and bands and stops made of them. NaN in the warm-up, counted again after every missing
 * value of a column {@code x}; candle columns have none. Lengths are at least 1.
 */
public final class Volatility {
    private Volatility() {}

    /** True range by Wilder (1978), in quote currency; NaN at the first bar. */
    public static double[] tr(double[] high, double[] low, double[] close) {
        double[] out = Stretches.missing(close.length);
        for (int t = 1; t < out.length; t++) {
            out[t] = Math.max(high[t], close[t - 1]) - Math.min(low[t], close[t - 1]);
        }
        return out;
    }

    /** Average true range; see {@link Indicators#atr}. */
    public static double[] atr(double[] high, double[] low, double[] close, int length) {
        return Indicators.atr(high, low, close, length);
    }

    /** Standard deviation of the population; equal to {@link Indicators#deviation} where nothing is missing. */
    public static double[] stdev(double[] x, int length) {
        double[] out = variance(x, length);
        for (int t = 0; t < out.length; t++) {
            out[t] = Math.sqrt(out[t]);
        }
        return out;
    }

    /** Variance of the population, of the last {@code length} values; warm-up {@code length - 1} bars. */
    public static double[] variance(double[] x, int length) {
        Stretches.requireLength(length);
        double[] out = Stretches.missing(x.length);
        Stretches.of(x, (from, to) -> new RollingMoments(x, length, from, to).variances(out));
        return out;
    }

    /** Bollinger's bands, {@code sma ± width × stdev} (Bollinger on Bollinger Bands, 2001); warm-up {@code length - 1} bars. */
    public static Band bollinger(double[] x, int length, double width) {
        return around(Averages.sma(x, length), stdev(x, length), width);
    }

    /**
     * Keltner's channel in Linda Raschke's form, {@code ema ± width × atr}; warm-up {@code length - 1} bars of the middle,
     * {@code length} of the bands.
     */
    public static Band keltner(double[] x, double[] high, double[] low, double[] close, int length, double width) {
        return around(Averages.ema(x, length), atr(high, low, close, length), width);
    }

    private static Band around(double[] middle, double[] distance, double width) {
        double[] upper = new double[middle.length];
        double[] lower = new double[middle.length];
        for (int t = 0; t < middle.length; t++) {
            upper[t] = middle[t] + width * distance[t];
            lower[t] = middle[t] - width * distance[t];
        }
        return new Band(middle, upper, lower);
    }

    /** Donchian's channel of the last {@code length} bars, the current one included; warm-up {@code length - 1} bars. */
    public static Band donchian(double[] high, double[] low, int length) {
        double[] upper = Statistics.highest(high, length);
        double[] lower = Statistics.lowest(low, length);
        double[] middle = new double[upper.length];
        for (int t = 0; t < middle.length; t++) {
            middle[t] = (upper[t] + lower[t]) / 2;
        }
        return new Band(middle, upper, lower);
    }

    /**
     * Supertrend (Olivier Seban): bands {@code (high + low) / 2 ± factor × atr(length)} that only tighten while closes stay
     * inside; a close beyond the opposite band turns the trend. It begins as a downtrend, as Pine's does; Pine's sign is the
     * other way round. Warm-up {@code length} bars.
     */
    public static Supertrend supertrend(double[] high, double[] low, double[] close, double factor, int length) {
        double[] atr = atr(high, low, close, length);
        double[] line = Stretches.missing(close.length);
        double[] direction = Stretches.missing(close.length);
        double upper = Double.NaN;
        double lower = Double.NaN;
        boolean up = false;
        for (int t = length; t < close.length; t++) {
            double middle = (high[t] + low[t]) / 2;
            double above = middle + factor * atr[t];
            double below = middle - factor * atr[t];
            if (t > length) {
                above = above < upper || close[t - 1] > upper ? above : upper;
                below = below > lower || close[t - 1] < lower ? below : lower;
                up = up ? !(close[t] < below) : close[t] > above;
            }
            upper = above;
            lower = below;
            line[t] = up ? below : above;
            direction[t] = up ? 1 : -1;
        }
        return new Supertrend(line, direction);
    }

    /**
     * Wilder's parabolic stop and reverse (1978), started as TA-Lib does: short when the second bar's low fell further than its
     * high rose, else long. NaN at the first bar.
     *
     * @param start acceleration after a turn, 0 or more
     * @param step added at each new extreme, 0 or more
     * @param max largest acceleration
     */
    public static double[] psar(double[] high, double[] low, double start, double step, double max) {
        return new ParabolicStop(high, low, Math.min(start, max), step, max).values();
    }
}
