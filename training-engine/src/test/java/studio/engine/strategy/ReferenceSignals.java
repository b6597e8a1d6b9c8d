package studio.engine.strategy;

import java.util.Map;
import studio.engine.indicator.Indicators;
import studio.engine.market.Candles;
import studio.engine.search.ParameterSet;

/** Every strategy's rules once more, as slow and plain as possible: each bar looks at the candles anew, nothing is kept. */
final class ReferenceSignals {
    /** The signal on one bar. */
    interface Rule {
        int at(Candles c, ParameterSet p, int t);
    }

    private static final Map<String, Rule> RULES = Map.of(
            "CAPITULATION_REVERSAL", ReferenceSetups::capitulation,
            "MA_CROSS", ReferenceSignals::movingAverageCross,
            "RSI_REVERSION", ReferenceSignals::rsiReversion,
            "DONCHIAN_BREAKOUT", ReferenceSignals::donchianBreakout,
            "BOLLINGER_REVERSION", ReferenceSignals::bollingerReversion);

    private ReferenceSignals() {}

    static byte[] of(Strategy strategy, Candles c, ParameterSet p) {
        if (strategy.name().equals("LIQUIDITY_SWEEP")) {
            return new ReferenceSweep(c, p).signals();
        }
        if (strategy.name().equals("FAILED_BREAKDOWN")) {
            return ReferenceSetups.failedBreakdown(c, p);
        }
        byte[] signals = new byte[c.size()];
        for (int t = strategy.warmUp(p); t < c.size(); t++) {
            signals[t] = (byte) RULES.get(strategy.name()).at(c, p, t);
        }
        return signals;
    }

    private static int movingAverageCross(Candles c, ParameterSet p, int t) {
        int fast = p.integer("fast_period");
        int slow = p.integer("slow_period");
        boolean simple = p.text("average").equals("SMA");
        double before =
                simple ? mean(c.close(), t - 1, fast) - mean(c.close(), t - 1, slow) : spread(c, fast, slow, t - 1);
        double now = simple ? mean(c.close(), t, fast) - mean(c.close(), t, slow) : spread(c, fast, slow, t);
        return before <= 0 && now > 0 ? 1 : before >= 0 && now < 0 ? -1 : 0;
    }

    /** Of exponential averages: told by {@link Indicators}, which has oracles of its own. */
    private static double spread(Candles c, int fast, int slow, int t) {
        return Indicators.ema(c.close(), fast)[t] - Indicators.ema(c.close(), slow)[t];
    }

    private static int rsiReversion(Candles c, ParameterSet p, int t) {
        double before = rsi(c.close(), p.integer("rsi_period"), t - 1);
        double now = rsi(c.close(), p.integer("rsi_period"), t);
        if (before <= p.real("oversold") && now > p.real("oversold")) {
            return 1;
        }
        return before >= p.real("overbought") && now < p.real("overbought") ? -1 : 0;
    }

    private static int donchianBreakout(Candles c, ParameterSet p, int t) {
        int period = p.integer("channel_period");
        double highest = c.high()[t - 1];
        double lowest = c.low()[t - 1];
        for (int i = t - period; i < t; i++) {
            highest = Math.max(highest, c.high()[i]);
            lowest = Math.min(lowest, c.low()[i]);
        }
        double buffer = p.real("breakout_buffer") * atrs(c, 14, t)[t];
        return c.close()[t] > highest + buffer ? 1 : c.close()[t] < lowest - buffer ? -1 : 0;
    }

    private static int bollingerReversion(Candles c, ParameterSet p, int t) {
        int before = side(c, p, t - 1);
        int now = side(c, p, t);
        return before < 0 && now >= 0 ? 1 : before > 0 && now <= 0 ? -1 : 0;
    }

    /** Which band the close is beyond. */
    private static int side(Candles c, ParameterSet p, int t) {
        int period = p.integer("band_period");
        double mean = mean(c.close(), t, period);
        double squares = 0;
        for (int i = t - period + 1; i <= t; i++) {
            squares += Math.pow(c.close()[i] - mean, 2);
        }
        double deviation = Math.sqrt(squares / period);
        double band = p.real("band_width") * deviation;
        boolean still = deviation < 1e-9 * c.close()[t];
        return still ? 0 : c.close()[t] < mean - band ? -1 : c.close()[t] > mean + band ? 1 : 0;
    }

    static double mean(double[] values, int lastBar, int period) {
        double sum = 0;
        for (int i = lastBar - period + 1; i <= lastBar; i++) {
            sum += values[i];
        }
        return sum / period;
    }

    static double rsi(double[] close, int period, int t) {
        return rsis(close, period, t)[t];
    }

    /** By Wilder's average from the start of the series up to that bar. */
    static double[] rsis(double[] close, int period, int t) {
        double[] rsi = new double[t + 1];
        double up = 0;
        double down = 0;
        for (int i = 1; i <= t; i++) {
            double gain = Math.max(0, close[i] - close[i - 1]);
            double loss = Math.max(0, close[i - 1] - close[i]);
            up = i <= period ? up + gain / period : up + (gain - up) / period;
            down = i <= period ? down + loss / period : down + (loss - down) / period;
            rsi[i] = up + down == 0 ? 50 : 100 - 100 / (1 + up / down);
        }
        return rsi;
    }

    static double[] atrs(Candles c, int period, int t) {
        double[] atr = new double[t + 1];
        for (int i = 1; i <= t; i++) {
            double before = c.close()[i - 1];
            double range = Math.max(
                    c.high()[i] - c.low()[i], Math.max(Math.abs(c.high()[i] - before), Math.abs(c.low()[i] - before)));
            atr[i] = i <= period ? atr[i - 1] + range / period : atr[i - 1] + (range - atr[i - 1]) / period;
        }
        return atr;
    }
}
