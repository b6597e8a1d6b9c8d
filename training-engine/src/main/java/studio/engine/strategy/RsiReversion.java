package studio.engine.strategy;

import java.util.List;
import studio.engine.indicator.IndicatorCache;
import studio.engine.search.ParameterSet;
import studio.model.strategy.ParameterInfo;

/**
 * Trades the way back from an extreme of Wilder's relative strength index (New Concepts in Technical Trading Systems, 1978).
 *
 * <p>Long on the bar on which the RSI rises from {@code oversold} or below to above it; short on the bar on which it
 * falls from {@code overbought} or above to below it. Being at an extreme is no signal: leaving it is.
 */
final class RsiReversion implements Strategy {
    private static final int LONGEST_PERIOD = 30;

    private static final ParameterInfo PERIOD =
            Parameters.integer("rsi_period", 2, LONGEST_PERIOD, 14, "candles", "Length of the RSI's average.");
    private static final ParameterInfo OVERSOLD = Parameters.real(
            "oversold", 5, 45, 30, "RSI points", "Long when the RSI rises back above this; below overbought.");
    private static final ParameterInfo OVERBOUGHT = Parameters.real(
            "overbought", 55, 95, 70, "RSI points", "Short when the RSI falls back below this; above oversold.");

    @Override
    public String name() {
        return "RSI_REVERSION";
    }

    @Override
    public String title() {
        return "RSI reversion";
    }

    @Override
    public String description() {
        return "Trades back towards the middle: long when the relative strength index leaves oversold, short when it"
                + " leaves overbought.";
    }

    @Override
    public List<ParameterInfo> parameters() {
        return List.of(PERIOD, OVERSOLD, OVERBOUGHT, Parameters.STOP, Parameters.RISK_REWARD, Parameters.MAX_HOLDING);
    }

    @Override
    public int warmUp(ParameterSet parameters) {
        return Math.max(parameters.integer(PERIOD.name()), IndicatorCache.WILDER_PERIOD) + 1;
    }

    @Override
    public int minCandles() {
        return 200;
    }

    @Override
    public Signals prepare(IndicatorCache data, ParameterSet parameters) {
        double oversold = parameters.real(OVERSOLD.name());
        double overbought = parameters.real(OVERBOUGHT.name());
        if (oversold >= overbought) {
            throw new IllegalArgumentException("oversold " + oversold + " must be below overbought " + overbought);
        }
        return new Reversion(
                data,
                parameters,
                data.rsi(parameters.integer(PERIOD.name())),
                oversold,
                overbought,
                warmUp(parameters));
    }

    private static final class Reversion extends AtrExits {
        private final double[] rsi;
        private final double oversold;
        private final double overbought;
        private final int warmUp;

        Reversion(
                IndicatorCache data,
                ParameterSet parameters,
                double[] rsi,
                double oversold,
                double overbought,
                int warmUp) {
            super(data, parameters);
            this.rsi = rsi;
            this.oversold = oversold;
            this.overbought = overbought;
            this.warmUp = warmUp;
        }

        @Override
        public void write(int fromBar, int toBar, byte[] signals) {
            for (int t = fromBar; t < toBar; t++) {
                signals[t] = t < warmUp ? NONE : at(rsi[t - 1], rsi[t]);
            }
        }

        private byte at(double before, double now) {
            if (before <= oversold && now > oversold) {
                return LONG;
            }
            return before >= overbought && now < overbought ? SHORT : NONE;
        }
    }
}
