package com.example.inside;

import java.util.List;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.AtrExits;
import studio.engine.strategy.Parameters;
import studio.engine.strategy.Signals;
import studio.engine.strategy.Strategy;
import studio.model.strategy.ParameterInfo;

/**
 * A strategy as a plug-in. A mother candle holds at least {@code inside_candles} candles after it within its high and low; long
 * when a close leaves it upwards, short when one leaves it downwards.
 *
 * <p>One object serves all threads, so it keeps no state; what a run needs is made by {@link #prepare}.
 */
public final class InsideBarBreakout implements Strategy {
    private static final ParameterInfo INSIDE =
            Parameters.integer("inside_candles", 1, 5, 2, "candles", "How many candles the mother candle holds.");
    private static final ParameterInfo SIZE =
            Parameters.real("mother_size", 0.5, 3.0, 1.0, "× ATR14", "Height of the mother candle, at least.");

    @Override
    public String name() {
        return "INSIDE_BAR_BREAKOUT";
    }

    @Override
    public String title() {
        return "Inside-bar breakout";
    }

    @Override
    public String description() {
        return "Follows the break out of a large candle that held the candles after it.";
    }

    @Override
    public List<ParameterInfo> parameters() {
        return List.of(INSIDE, SIZE, Parameters.STOP, Parameters.RISK_REWARD, Parameters.MAX_HOLDING);
    }

    @Override
    public int warmUp(ParameterSet parameters) {
        return IndicatorCache.WILDER_PERIOD + parameters.integer(INSIDE.name()) + 1;
    }

    @Override
    public int minCandles() {
        return 200;
    }

    @Override
    public Signals prepare(IndicatorCache data, ParameterSet parameters) {
        return new Breakout(data, parameters, warmUp(parameters));
    }

    private static final class Breakout extends AtrExits {
        private final Candles candles;
        private final double[] atr;
        private final int inside;
        private final double size;
        private final int warmUp;

        Breakout(IndicatorCache data, ParameterSet parameters, int warmUp) {
            super(data, parameters);
            this.candles = data.candles();
            this.atr = data.atr(IndicatorCache.WILDER_PERIOD);
            this.inside = parameters.integer(INSIDE.name());
            this.size = parameters.real(SIZE.name());
            this.warmUp = warmUp;
        }

        /** Each bar looks at itself and the bars before it only: never at a later one. */
        @Override
        public void write(int fromBar, int toBar, byte[] signals) {
            for (int t = fromBar; t < toBar; t++) {
                signals[t] = t < warmUp ? NONE : at(t);
            }
        }

        private byte at(int t) {
            int mother = t - inside - 1;
            double high = candles.high()[mother];
            double low = candles.low()[mother];
            if (high - low < size * atr[mother]) {
                return NONE;
            }
            for (int i = mother + 1; i < t; i++) {
                if (candles.high()[i] > high || candles.low()[i] < low) {
                    return NONE;
                }
            }
            double close = candles.close()[t];
            if (close > high) {
                return LONG;
            }
            return close < low ? SHORT : NONE;
        }
    }
}
