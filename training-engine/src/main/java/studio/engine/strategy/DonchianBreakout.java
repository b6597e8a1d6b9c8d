package studio.engine.strategy;

import java.util.List;
import studio.engine.indicator.IndicatorCache;
import studio.engine.search.ParameterSet;
import studio.model.strategy.ParameterInfo;

/**
 * Follows a break out of Donchian's channel, the highest high and lowest low of the bars before (Donchian, High Finance in
 * Copper, Financial Analysts Journal 1960; the entry of the Turtle rules).
 *
 * <p>Long when the close is above the highest high of the {@code channel_period} bars before this one by more than
 * {@code breakout_buffer} × ATR14; short when it is below their lowest low by more than that. Every such bar is a
 * signal; while a position is open in that direction it changes nothing.
 */
final class DonchianBreakout implements Strategy {
    private static final int LONGEST_PERIOD = 100;

    private static final ParameterInfo PERIOD = Parameters.integer(
            "channel_period", 10, LONGEST_PERIOD, 20, "candles", "Candles whose high and low make the channel.");
    private static final ParameterInfo BUFFER =
            Parameters.real("breakout_buffer", 0, 1, 0, "× ATR14", "How far beyond the channel the close must be.");

    @Override
    public String name() {
        return "DONCHIAN_BREAKOUT";
    }

    @Override
    public String title() {
        return "Donchian breakout";
    }

    @Override
    public String description() {
        return "Follows a breakout: long when the price closes above the highest high of the candles before, short when"
                + " it closes below their lowest low.";
    }

    @Override
    public List<ParameterInfo> parameters() {
        return List.of(PERIOD, BUFFER, Parameters.STOP, Parameters.RISK_REWARD, Parameters.MAX_HOLDING);
    }

    @Override
    public int warmUp(ParameterSet parameters) {
        return Math.max(parameters.integer(PERIOD.name()), IndicatorCache.WILDER_PERIOD);
    }

    @Override
    public int minCandles() {
        return 2 * LONGEST_PERIOD;
    }

    @Override
    public Signals prepare(IndicatorCache data, ParameterSet parameters) {
        return new Breakout(data, parameters, warmUp(parameters));
    }

    private static final class Breakout extends AtrExits {
        private final double[] high;
        private final double[] low;
        private final double[] close;
        private final double[] atr;
        private final int[] highest;
        private final int[] lowest;
        private final double buffer;
        private final int warmUp;

        Breakout(IndicatorCache data, ParameterSet parameters, int warmUp) {
            super(data, parameters);
            int period = parameters.integer(PERIOD.name());
            this.high = data.candles().high();
            this.low = data.candles().low();
            this.close = data.candles().close();
            this.atr = data.atr(IndicatorCache.WILDER_PERIOD);
            this.highest = data.highestBar(period);
            this.lowest = data.lowestBar(period);
            this.buffer = parameters.real(BUFFER.name());
            this.warmUp = warmUp;
        }

        @Override
        public void write(int fromBar, int toBar, byte[] signals) {
            for (int t = fromBar; t < toBar; t++) {
                signals[t] = t < warmUp ? NONE : at(t);
            }
        }

        private byte at(int t) {
            double beyond = buffer * atr[t];
            if (close[t] > high[highest[t - 1]] + beyond) {
                return LONG;
            }
            return close[t] < low[lowest[t - 1]] - beyond ? SHORT : NONE;
        }
    }
}
