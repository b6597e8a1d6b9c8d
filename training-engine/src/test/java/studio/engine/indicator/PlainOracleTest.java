package studio.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every function of a column equals its plain definition, on columns with missing values in the middle, flat stretches, spikes
 * and prices of any size.
 */
class PlainOracleTest {
    private static final int CASES = 60;

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-9, 1e9})
    void every_function_equals_its_plain_definition(double scale) {
        for (int seed = 0; seed < CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] x = column(random, 20 + random.nextInt(180), scale);
            double[] y = column(random, x.length, 1);
            double[] volume = volume(random, x.length);
            for (int n : new int[] {2, 3, 7, 20, 64}) {
                compare(
                        "sma",
                        seed,
                        n,
                        scale,
                        Averages.sma(x, n),
                        PlainIndicators.windowed(x, n, PlainIndicators::mean));
                compare("ema", seed, n, scale, Averages.ema(x, n), PlainIndicators.ema(x, n));
                compare("rma", seed, n, scale, Averages.rma(x, n), PlainIndicators.rma(x, n));
                compare("wma", seed, n, scale, Averages.wma(x, n), PlainIndicators.wma(x, n));
                compare("hma", seed, n, scale, Averages.hma(x, n), PlainIndicators.hma(x, n));
                compare("kama", seed, n, scale, Averages.kama(x, n, 2, 30), PlainIndicators.kama(x, n, 2, 30));
                compare("vwma", seed, n, scale, Averages.vwma(x, volume, n), PlainIndicators.vwma(x, volume, n));
                double[] e = PlainIndicators.ema(x, n);
                double[] ee = PlainIndicators.ema(e, n);
                double[] eee = PlainIndicators.ema(ee, n);
                compare("dema", seed, n, scale, Averages.dema(x, n), of(x.length, t -> 2 * e[t] - ee[t]));
                compare("tema", seed, n, scale, Averages.tema(x, n), of(x.length, t -> 3 * e[t] - 3 * ee[t] + eee[t]));
                compare("rsi", seed, n, 100, Oscillators.rsi(x, n), PlainIndicators.rsi(x, n));
                compare(
                        "cci",
                        seed,
                        n,
                        100,
                        Oscillators.cci(x, n),
                        PlainIndicators.windowed(x, n, PlainIndicators::cci));
                compare("mfi", seed, n, 100, Oscillators.mfi(x, volume, n), PlainIndicators.mfi(x, volume, n));
                compare(
                        "percentrank",
                        seed,
                        n,
                        100,
                        Oscillators.percentRank(x, n),
                        PlainIndicators.windowed(x, n + 1, PlainIndicators::percentRank));
                compare(
                        "zscore",
                        seed,
                        n,
                        1,
                        Oscillators.zScore(x, n),
                        PlainIndicators.windowed(x, n, PlainIndicators::zScore));
                compare(
                        "variance",
                        seed,
                        n,
                        scale * scale,
                        Volatility.variance(x, n),
                        PlainIndicators.windowed(x, n, PlainIndicators::variance));
                compare(
                        "linreg",
                        seed,
                        n,
                        scale,
                        Statistics.linreg(x, n, n / 2),
                        PlainIndicators.windowed(x, n, w -> PlainIndicators.line(w, w.length / 2)));
                compare(
                        "correlation",
                        seed,
                        n,
                        1,
                        Statistics.correlation(x, y, n),
                        PlainIndicators.correlation(x, y, n));
                compare(
                        "sum",
                        seed,
                        n,
                        scale,
                        Statistics.sum(x, n),
                        PlainIndicators.windowed(x, n, w -> Arrays.stream(w).sum()));
                compare(
                        "highestbars",
                        seed,
                        n,
                        0,
                        Statistics.highestBars(x, n),
                        PlainIndicators.windowed(x, n, w -> PlainIndicators.newestExtreme(w, 1)));
                compare(
                        "lowest",
                        seed,
                        n,
                        0,
                        Statistics.lowest(x, n),
                        PlainIndicators.windowed(
                                x, n, w -> Arrays.stream(w).min().orElseThrow()));
                compare("pivothigh", seed, n, 0, Events.pivotHigh(x, n, 2), PlainIndicators.pivot(x, n, 2, 1));
                compare("pivotlow", seed, n, 0, Events.pivotLow(x, 2, n), PlainIndicators.pivot(x, 2, n, -1));
            }
        }
    }

    private interface AtBar {
        double at(int t);
    }

    private static double[] of(int size, AtBar value) {
        double[] out = new double[size];
        Arrays.setAll(out, value::at);
        return out;
    }

    /** Values around 100 × scale with missing and flat stretches and now and then a spike. */
    private static double[] column(SplittableRandom random, int size, double scale) {
        double[] x = new double[size];
        double last = 100;
        int flat = 0;
        int missing = 0;
        for (int t = 0; t < size; t++) {
            flat = flat > 0 ? flat - 1 : random.nextInt(30) == 0 ? random.nextInt(30) : 0;
            missing = missing > 0 ? missing - 1 : random.nextInt(60) == 0 ? 1 + random.nextInt(4) : 0;
            last = flat > 0 ? last : last * (1 + 0.02 * (random.nextDouble() - 0.5));
            double spike = flat == 0 && random.nextInt(80) == 0 ? 3 : 1;
            x[t] = missing > 0 ? Double.NaN : Math.round(last * spike * 1_000) / 1_000.0 * scale;
        }
        return x;
    }

    private static double[] volume(SplittableRandom random, int size) {
        double[] out = new double[size];
        int quiet = 0;
        for (int t = 0; t < size; t++) {
            quiet = quiet > 0 ? quiet - 1 : random.nextInt(25) == 0 ? random.nextInt(25) : 0;
            out[t] = quiet > 0 ? 0 : random.nextInt(1_000);
        }
        return out;
    }

    /** Values of a column are up to 300 × its scale; sums of a window up to 64 × that. */
    private static void compare(String name, int seed, int n, double scale, double[] ours, double[] plain) {
        for (int t = 0; t < ours.length; t++) {
            boolean same = Double.isNaN(plain[t])
                    ? Double.isNaN(ours[t])
                    : Math.abs(ours[t] - plain[t]) <= 1e-9 * Math.max(300 * scale, Math.abs(plain[t]));
            assertThat(same)
                    .as("%s of %d, case %d, bar %d: %s, plainly %s", name, n, seed, t, ours[t], plain[t])
                    .isTrue();
        }
    }
}
