package studio.engine.strategy;

import studio.engine.market.Candles;
import studio.engine.search.ParameterSet;

/** The setups of {@link ReferenceSignals}, whose rules take more than a few lines. */
final class ReferenceSetups {
    private ReferenceSetups() {}

    /** A climax may speak once: whether an earlier bar has spoken for it is asked of that bar in the same way. */
    static int capitulation(Candles c, ParameterSet p, int t) {
        int window = p.integer("rsi_divergence_lookback");
        for (int climax = t - 1; climax > t - window && climax >= warmUp(p); climax--) {
            if (isClimax(c, p, climax)) {
                for (int earlier = climax + 1; earlier < t; earlier++) {
                    if (turnsUp(c, p, climax, earlier)) {
                        return 0;
                    }
                }
                return turnsUp(c, p, climax, t) ? 1 : 0;
            }
        }
        return 0;
    }

    private static int warmUp(ParameterSet p) {
        int climax = p.integer("lookback_periods") + p.integer("consecutive_panic_candles");
        return 14 + Math.max(climax, p.integer("rsi_divergence_lookback"));
    }

    private static boolean isClimax(Candles c, ParameterSet p, int t) {
        int candles = p.integer("consecutive_panic_candles");
        double fastest = 0;
        double largest = 0;
        for (int i = t - candles + 1; i <= t; i++) {
            if (c.close()[i] >= c.open()[i] || c.close()[i] >= c.close()[i - 1]) {
                return false;
            }
            fastest = Math.max(fastest, (c.close()[i - 1] - c.close()[i]) / c.close()[i - 1]);
            largest = Math.max(largest, c.volume()[i]);
        }
        int before = t - candles;
        int lookback = p.integer("lookback_periods");
        double usualVolume = ReferenceSignals.mean(c.volume(), before, lookback);
        if (fastest < p.real("price_velocity_threshold")
                || largest == 0
                || largest < p.real("volume_explosion_threshold") * usualVolume) {
            return false;
        }
        double[] atr = ReferenceSignals.atrs(c, 14, t);
        return atr[t] >= p.real("atr_explosion_threshold") * ReferenceSignals.mean(atr, before, lookback);
    }

    private static boolean turnsUp(Candles c, ParameterSet p, int climax, int t) {
        int window = p.integer("rsi_divergence_lookback");
        double usual = ReferenceSignals.mean(
                c.volume(), climax - p.integer("consecutive_panic_candles"), p.integer("lookback_periods"));
        if (c.close()[t] <= c.open()[t] || c.volume()[t] < p.real("recovery_volume_threshold") * usual) {
            return false;
        }
        double[] rsi = ReferenceSignals.rsis(c.close(), 14, t);
        int lowest = t - window + 1;
        int lowestRsi = t - window + 1;
        for (int i = t - window + 1; i <= t; i++) {
            lowest = c.low()[i] <= c.low()[lowest] ? i : lowest;
            lowestRsi = rsi[i] <= rsi[lowestRsi] ? i : lowestRsi;
        }
        boolean exhausted = false;
        for (int i = lowest; i <= t; i++) {
            double wick = Math.min(c.open()[i], c.close()[i]) - c.low()[i];
            exhausted |= wick > 0 && wick >= p.real("exhaustion_wick_ratio") * Math.abs(c.close()[i] - c.open()[i]);
        }
        return exhausted
                && climax <= lowest
                && lowestRsi < lowest
                && rsi[lowestRsi] <= p.integer("rsi_extreme_threshold");
    }

    static byte[] failedBreakdown(Candles c, ParameterSet p) {
        byte[] signals = new byte[c.size()];
        int range = p.integer("range_lookback_periods");
        int t = Math.max(range, 14);
        while (t < c.size()) {
            int end = t + 1;
            if (breaksDown(c, p, t)) {
                end = Math.min(c.size(), t + p.integer("spring_max_duration") + 1);
                for (int now = t + 1; now < end; now++) {
                    if (recovers(c, p, t, now)) {
                        signals[now] = 1;
                        end = now + 1;
                    }
                }
            }
            t = end;
        }
        return signals;
    }

    private static boolean breaksDown(Candles c, ParameterSet p, int t) {
        int range = p.integer("range_lookback_periods");
        int lowest = t - range;
        double highest = 0;
        double volume = 0;
        double early = 0;
        double late = 0;
        double rising = 0;
        double placed = 0;
        for (int i = t - range; i < t; i++) {
            lowest = c.low()[i] <= c.low()[lowest] ? i : lowest;
            highest = Math.max(highest, c.high()[i]);
            volume += c.volume()[i];
            early += i < t - range + range / 2 ? c.volume()[i] : 0;
            late += i >= t - range / 2 ? c.volume()[i] : 0;
            double body = c.close()[i] - c.open()[i];
            rising += body > 0 ? c.volume()[i] : body == 0 ? c.volume()[i] / 2 : 0;
            double height = c.high()[i] - c.low()[i];
            placed += c.volume()[i] * (height == 0 ? 0.5 : (c.close()[i] - c.low()[i]) / height);
        }
        double support = c.low()[lowest];
        double score = (stretched(rising / volume)
                        + stretched(placed / volume)
                        + early / (early + late)
                        + (double) (t - lowest) / range)
                / 4;
        return c.low()[t] < support
                && highest - support <= p.real("range_tightness_threshold") * support
                && score >= p.real("accumulation_score_minimum");
    }

    private static double stretched(double share) {
        return share <= 0.25 ? 0 : share >= 0.75 ? 1 : (share - 0.25) / 0.5;
    }

    private static boolean recovers(Candles c, ParameterSet p, int began, int t) {
        int range = p.integer("range_lookback_periods");
        double support = Double.MAX_VALUE;
        double largest = 0;
        for (int i = began - range; i < began; i++) {
            support = Math.min(support, c.low()[i]);
            largest = Math.max(largest, c.volume()[i]);
        }
        double usual = ReferenceSignals.mean(c.volume(), began - 1, range);
        int lowest = began;
        for (int i = began; i <= t; i++) {
            lowest = c.low()[i] < c.low()[lowest] ? i : lowest;
        }
        double falling = ReferenceSignals.mean(c.volume(), lowest, lowest - began + 1);
        return c.close()[t] > support
                && c.volume()[t] >= p.real("recovery_volume_threshold") * usual
                && t - lowest <= p.integer("recovery_speed")
                && c.low()[lowest] <= support * (1 - p.real("breakdown_depth"))
                && falling <= p.real("breakdown_volume_threshold") * largest;
    }
}
