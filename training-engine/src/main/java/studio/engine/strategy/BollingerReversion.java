package studio.engine.strategy;

import java.util.List;
import studio.engine.indicator.IndicatorCache;
import studio.engine.search.ParameterSet;
import studio.model.strategy.ParameterInfo;

/**
 * Trades the way back into Bollinger's bands, the moving average plus and minus a multiple of the standard deviation of the
 * same bars (Bollinger on Bollinger Bands, 2001).
 *
 * <p>Long on the bar that closes above the lower band after the bar before closed below it; short on the bar that
 * closes below the upper band after the bar before closed above it. Where prices stand still there are no bands and no
 * signal.
 */
final class BollingerReversion implements Strategy {
    private static final int LONGEST_PERIOD = 60;

    /** A deviation below this share of the price is rounding, not movement. */
    private static final double NO_MOVEMENT = 1e-9;

    private static final ParameterInfo PERIOD =
            Parameters.integer("band_period", 10, LONGEST_PERIOD, 20, "candles", "Length of average and deviation.");
    private static final ParameterInfo WIDTH = Parameters.real(
            "band_width", 1.0, 3.5, 2.0, "standard deviations", "Distance of each band from the average.");

    @Override
    public String name() {
        return "BOLLINGER_REVERSION";
    }

    @Override
    public String title() {
        return "Bollinger reversion";
    }

    @Override
    public String description() {
        return "Trades back towards the average: long when the price closes inside the Bollinger bands again after a"
                + " close below them, short after a close above them.";
    }

    @Override
    public List<ParameterInfo> parameters() {
        return List.of(PERIOD, WIDTH, Parameters.STOP, Parameters.RISK_REWARD, Parameters.MAX_HOLDING);
    }

    @Override
    public int warmUp(ParameterSet parameters) {
        return Math.max(parameters.integer(PERIOD.name()), IndicatorCache.WILDER_PERIOD);
    }

    @Override
    public int minCandles() {
        return 200;
    }

    @Override
    public Signals prepare(IndicatorCache data, ParameterSet parameters) {
        return new Reversion(data, parameters, warmUp(parameters));
    }

    private static final class Reversion extends AtrExits {
        private final double[] close;
        private final double[] mean;
        private final double[] deviation;
        private final double width;
        private final int warmUp;

        Reversion(IndicatorCache data, ParameterSet parameters, int warmUp) {
            super(data, parameters);
            int period = parameters.integer(PERIOD.name());
            this.close = data.candles().close();
            this.mean = data.sma(period);
            this.deviation = data.deviation(period);
            this.width = parameters.real(WIDTH.name());
            this.warmUp = warmUp;
        }

        @Override
        public void write(int fromBar, int toBar, byte[] signals) {
            for (int t = fromBar; t < toBar; t++) {
                signals[t] = t < warmUp ? NONE : at(t);
            }
        }

        private byte at(int t) {
            double before = outside(t - 1);
            if (before == 0) {
                return NONE;
            }
            double now = outside(t);
            if (before < 0 && now >= 0) {
                return LONG;
            }
            return before > 0 && now <= 0 ? SHORT : NONE;
        }

        /** Below 0 under the lower band, above 0 over the upper band, 0 between or on them. */
        private double outside(int t) {
            double distance = close[t] - mean[t];
            double band = width * deviation[t];
            if (Math.abs(distance) <= band || deviation[t] <= NO_MOVEMENT * close[t]) {
                return 0;
            }
            return distance;
        }
    }
}
