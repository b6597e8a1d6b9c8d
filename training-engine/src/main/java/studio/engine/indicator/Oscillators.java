package studio.engine.indicator;

/**
 * Measures of momentum and of where a price stands in its range. NaN in the warm-up, counted again after every missing value;
 * lengths are at least 1 unless said otherwise.
 */
public final class Oscillators {
    private Oscillators() {}

    /**
     * Relative strength index by Wilder (1978), 0..100; 50 where nothing moved at all; warm-up {@code length} bars. Equal to
     * {@link Indicators#rsi} where nothing is missing.
     */
    public static double[] rsi(double[] x, int length) {
        Stretches.requireLength(length);
        double[] out = Stretches.missing(x.length);
        double[] gain = new double[x.length];
        double[] loss = new double[x.length];
        double[] up = Stretches.missing(x.length);
        double[] down = Stretches.missing(x.length);
        Stretches.of(x, (from, to) -> {
            for (int t = from + 1; t < to; t++) {
                double change = x[t] - x[t - 1];
                gain[t] = Math.max(change, 0);
                loss[t] = Math.max(-change, 0);
            }
            Averages.wilder(gain, from + 1, to, length, up);
            Averages.wilder(loss, from + 1, to, length, down);
            for (int t = from + length; t < to; t++) {
                double total = up[t] + down[t];
                out[t] = total == 0 ? 50 : 100 * up[t] / total;
            }
        });
        return out;
    }

    /**
     * Moving average convergence divergence (Gerald Appel, 1979) of exponential averages that start as
     * {@link Averages#ema} does. TA-Lib starts its fast average later; the two agree after some lengths. Warm-up of the line:
     * the longer of the two lengths less 1; of signal and histogram {@code signal - 1} bars more.
     */
    public static Macd macd(double[] x, int fast, int slow, int signal) {
        double[] quick = Averages.ema(x, fast);
        double[] line = Averages.ema(x, slow);
        for (int t = 0; t < line.length; t++) {
            line[t] = quick[t] - line[t];
        }
        double[] average = Averages.ema(line, signal);
        double[] histogram = new double[line.length];
        for (int t = 0; t < line.length; t++) {
            histogram[t] = line[t] - average[t];
        }
        return new Macd(line, average, histogram);
    }

    /**
     * Stochastic oscillator (George Lane, 1984) with simple averages; NaN while the range of the last {@code length} bars is 0,
     * where TA-Lib has 0. Warm-up of {@code k}: {@code length + smoothK - 2} bars; of {@code d}: {@code smoothD - 1} more.
     */
    public static Stochastic stoch(double[] high, double[] low, double[] close, int length, int smoothK, int smoothD) {
        double[] top = Statistics.highest(high, length);
        double[] bottom = Statistics.lowest(low, length);
        double[] raw = new double[close.length];
        for (int t = 0; t < raw.length; t++) {
            double range = top[t] - bottom[t];
            raw[t] = range > 0 ? 100 * (close[t] - bottom[t]) / range : Double.NaN;
        }
        double[] k = Averages.sma(raw, smoothK);
        return new Stochastic(k, Averages.sma(k, smoothD));
    }

    /**
     * Commodity channel index (Donald Lambert, Commodities, October 1980) of any column; 0 where the window stands still, as in
     * TA-Lib. Each bar costs its length, since deviations from a moving mean cannot be updated; warm-up {@code length - 1}
     * bars.
     */
    public static double[] cci(double[] x, int length) {
        double[] mean = Averages.sma(x, length);
        double[] out = Stretches.missing(x.length);
        int same = 0;
        for (int t = 0; t < x.length; t++) {
            same = t > 0 && x[t] == x[t - 1] ? same + 1 : 1;
            double middle = mean[t];
            if (Double.isNaN(middle)) {
                continue;
            }
            // The mean of a window that stands still may be off by rounding; what is left then is no deviation.
            if (same >= length) {
                out[t] = 0;
                continue;
            }
            double deviations = 0;
            for (int i = t - length + 1; i <= t; i++) {
                deviations += Math.abs(x[i] - middle);
            }
            out[t] = deviations == 0 ? 0 : (x[t] - middle) / (0.015 * deviations / length);
        }
        return out;
    }

    /**
     * Money flow index (Gene Quong and Avrum Soudack, Technical Analysis of Stocks &amp; Commodities, March 1989), 0..100; 50
     * where no money flowed; warm-up {@code length} bars.
     */
    public static double[] mfi(double[] x, double[] volume, int length) {
        Stretches.requireLength(length);
        Stretches.requireSameLength(x, volume);
        double[] out = Stretches.missing(x.length);
        double[] in = new double[x.length];
        double[] away = new double[x.length];
        RollingSum up = new RollingSum(length);
        RollingSum down = new RollingSum(length);
        Stretches.of(x, volume, (from, to) -> {
            up.clear();
            down.clear();
            int withoutUp = 0;
            int withoutDown = 0;
            for (int t = from + 1; t < to; t++) {
                double flow = x[t] * volume[t];
                in[t] = x[t] > x[t - 1] ? flow : 0;
                away[t] = x[t] < x[t - 1] ? flow : 0;
                withoutUp = in[t] == 0 ? withoutUp + 1 : 0;
                withoutDown = away[t] == 0 ? withoutDown + 1 : 0;
                boolean full = up.add(in, t);
                down.add(away, t);
                if (full) {
                    double rose = withoutUp >= length ? 0 : up.sum();
                    double fell = withoutDown >= length ? 0 : down.sum();
                    out[t] = rose + fell == 0 ? 50 : 100 * rose / (rose + fell);
                }
            }
        });
        return out;
    }

    /** Rate of change in percent; NaN where the value {@code length} bars ago is 0 or missing; warm-up {@code length} bars. */
    public static double[] roc(double[] x, int length) {
        Stretches.requireLength(length);
        double[] out = Stretches.missing(x.length);
        for (int t = length; t < x.length; t++) {
            double before = x[t - length];
            out[t] = before == 0 ? Double.NaN : 100 * (x[t] - before) / before;
        }
        return out;
    }

    /** Momentum, {@code x - x[length]}; warm-up {@code length} bars. */
    public static double[] mom(double[] x, int length) {
        return Statistics.change(x, length);
    }

    /**
     * The percentage of the previous {@code length} values that are not above the current one, 0..100 (Pine's
     * {@code ta.percentrank}); each bar costs the logarithm of the column's length; warm-up {@code length} bars.
     */
    public static double[] percentRank(double[] x, int length) {
        Stretches.requireLength(length);
        double[] out = Stretches.missing(x.length);
        RankCounts counts = new RankCounts(x);
        Stretches.of(x, (from, to) -> {
            for (int t = from; t < to; t++) {
                if (t - from >= length) {
                    out[t] = 100.0 * counts.notAbove(t) / length;
                    counts.remove(t - length);
                }
                counts.add(t);
            }
            for (int t = Math.max(from, to - length); t < to; t++) {
                counts.remove(t);
            }
        });
        return out;
    }

    /**
     * The standard score, distance from the mean in standard deviations of the population; NaN while all values of the window
     * are the same; warm-up {@code length - 1} bars.
     *
     * @param length at least 2
     */
    public static double[] zScore(double[] x, int length) {
        Stretches.requireAtLeast("length", length, 2);
        double[] mean = Averages.sma(x, length);
        double[] deviation = Volatility.stdev(x, length);
        double[] out = Stretches.missing(x.length);
        int same = 0;
        for (int t = 0; t < x.length; t++) {
            same = t > 0 && x[t] == x[t - 1] ? same + 1 : 1;
            if (same < length && deviation[t] > 0) {
                out[t] = (x[t] - mean[t]) / deviation[t];
            }
        }
        return out;
    }
}
