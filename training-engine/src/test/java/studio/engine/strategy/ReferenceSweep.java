package studio.engine.strategy;

import java.util.ArrayList;
import java.util.List;
import studio.engine.market.Candles;
import studio.engine.search.ParameterSet;

/** The liquidity sweep once more, as slow and plain as its definition: every bar anew, from the candles alone. */
final class ReferenceSweep {
    private final Candles c;
    private final double pierce;
    private final double spike;
    private final int reversal;
    private final double distance;
    private final int lookback;
    private final int touches;
    private final double[] volumeMean;

    ReferenceSweep(Candles candles, ParameterSet p) {
        this.c = candles;
        this.pierce = p.real("pierce_depth");
        this.spike = p.real("volume_spike_threshold");
        this.reversal = p.integer("reversal_candles");
        this.distance = p.real("min_distance_from_level");
        this.lookback = p.integer("key_level_lookback");
        this.touches = p.integer("min_level_touches");
        this.volumeMean = mean(candles.volume(), 20);
    }

    byte[] signals() {
        byte[] signals = new byte[c.size()];
        for (int t = 0; t < c.size(); t++) {
            signals[t] = at(t);
        }
        return signals;
    }

    private byte at(int t) {
        if (t < Math.max(lookback, Math.max(20, reversal))) {
            return 0;
        }
        int bullish = 0;
        int bearish = 0;
        for (int i = t - reversal; i <= t; i++) {
            bullish += c.close()[i] > c.open()[i] ? 1 : 0;
            bearish += c.close()[i] < c.open()[i] ? 1 : 0;
        }
        double close = c.close()[t];
        for (double support : bullish >= reversal ? levels(swings(t, false)) : List.<Double>of()) {
            boolean swept = false;
            for (int i = t - reversal; i <= t; i++) {
                swept |= isSpike(i) && c.low()[i] / (1 - pierce) <= support;
            }
            if (swept && close > support) {
                return 1;
            }
        }
        for (double resistance : bearish >= reversal ? levels(swings(t, true)) : List.<Double>of()) {
            boolean swept = false;
            for (int i = t - reversal; i <= t; i++) {
                swept |= isSpike(i) && c.high()[i] / (1 + pierce) >= resistance;
            }
            if (swept && close < resistance) {
                return -1;
            }
        }
        return 0;
    }

    private boolean isSpike(int t) {
        return t >= 19 && c.volume()[t] > 0 && c.volume()[t] >= spike * volumeMean[t];
    }

    private static double[] mean(double[] values, int period) {
        double[] mean = new double[values.length];
        for (int t = period - 1; t < values.length; t++) {
            for (int i = t - period + 1; i <= t; i++) {
                mean[t] += values[i] / period;
            }
        }
        return mean;
    }

    private List<Double> swings(int t, boolean highs) {
        List<Double> found = new ArrayList<>();
        for (int i = t - lookback + 1; i <= t - 2; i++) {
            double[] v = highs ? c.high() : c.low();
            int sign = highs ? 1 : -1;
            if (i >= 2
                    && sign * v[i] > sign * v[i - 1]
                    && sign * v[i] > sign * v[i - 2]
                    && sign * v[i] > sign * v[i + 1]
                    && sign * v[i] > sign * v[i + 2]) {
                found.add(v[i]);
            }
        }
        return found;
    }

    private List<Double> levels(List<Double> swings) {
        List<Double> left = new ArrayList<>(swings.stream().sorted().toList());
        List<Double> levels = new ArrayList<>();
        while (!left.isEmpty()) {
            double widest = left.get(0) * (1 + distance);
            List<Double> cluster =
                    left.stream().filter(price -> price <= widest).toList();
            left.removeIf(price -> price <= widest);
            if (cluster.size() >= touches) {
                levels.add(cluster.stream().reduce(0.0, Double::sum) / cluster.size());
            }
        }
        return levels;
    }
}
