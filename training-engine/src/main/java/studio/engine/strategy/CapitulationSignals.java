package studio.engine.strategy;

import java.util.Arrays;
import studio.engine.indicator.IndicatorCache;
import studio.engine.indicator.RollingExtremes;
import studio.engine.indicator.RunningSums;
import studio.engine.search.ParameterSet;

/** One run of {@link CapitulationReversal}: the last climax that still may speak goes along with the bars. */
final class CapitulationSignals extends AtrExits {
    private static final int NONE_YET = -1;

    private final double[] open;
    private final double[] low;
    private final double[] close;
    private final double[] volume;
    private final double[] volumeBefore;
    private final double[] atr;
    private final double[] atrBefore;
    private final double[] rsi;
    private final int[] lowestBar;
    private final int[] lowestRsiBar;
    private final int warmUp;
    private final double volumeExplosion;
    private final double velocity;
    private final double atrExplosion;
    private final double wickRatio;
    private final double rsiExtreme;
    private final int window;
    private final int panicCandles;
    private final double recoveryVolume;
    private final int lookback;

    CapitulationSignals(IndicatorCache data, ParameterSet p, int warmUp) {
        super(data, p);
        this.open = data.candles().open();
        this.low = data.candles().low();
        this.close = data.candles().close();
        this.volume = data.candles().volume();
        this.volumeBefore = data.volumeBefore();
        this.atr = data.atr(IndicatorCache.WILDER_PERIOD);
        this.atrBefore = data.shared("atr-before", double[].class, () -> RunningSums.of(atr));
        this.rsi = data.rsi(IndicatorCache.WILDER_PERIOD);
        this.window = p.integer(CapitulationReversal.DIVERGENCE.name());
        this.lowestBar = data.lowestBar(window);
        this.lowestRsiBar = data.shared(
                "lowest-rsi" + window,
                int[].class,
                () -> RollingExtremes.lowestBars(rsi, IndicatorCache.WILDER_PERIOD, window));
        this.warmUp = warmUp;
        this.volumeExplosion = p.real(CapitulationReversal.VOLUME_EXPLOSION.name());
        this.panicCandles = p.integer(CapitulationReversal.PANIC_CANDLES.name());
        this.velocity = p.real(CapitulationReversal.VELOCITY.name());
        this.atrExplosion = p.real(CapitulationReversal.ATR_EXPLOSION.name());
        this.wickRatio = p.real(CapitulationReversal.WICK.name());
        this.rsiExtreme = p.integer(CapitulationReversal.RSI_EXTREME.name());
        this.recoveryVolume = p.real(CapitulationReversal.RECOVERY_VOLUME.name());
        this.lookback = p.integer(CapitulationReversal.LOOKBACK.name());
    }

    @Override
    public void write(int fromBar, int toBar, byte[] signals) {
        int start = Math.min(toBar, Math.max(fromBar, warmUp));
        Arrays.fill(signals, fromBar, start, NONE);
        int climax = NONE_YET;
        int wick = NONE_YET;
        double usualVolume = 0;
        // A climax older than the window cannot speak any more, so that the bars of one window tell the whole state.
        for (int t = Math.max(warmUp, start - window); t < toBar; t++) {
            wick = isExhaustion(t) ? t : wick;
            byte signal = NONE;
            if (climax != NONE_YET && t - climax < window && turnsUp(t, climax, wick, usualVolume)) {
                signal = LONG;
                climax = NONE_YET;
            }
            if (isClimax(t)) {
                climax = t;
                usualVolume = usualVolume(t);
            }
            if (t >= start) {
                signals[t] = signal;
            }
        }
    }

    private boolean isClimax(int t) {
        double fastest = 0;
        double largest = 0;
        for (int i = t; i > t - panicCandles; i--) {
            if (close[i] >= open[i] || close[i] >= close[i - 1]) {
                return false;
            }
            fastest = Math.max(fastest, 1 - close[i] / close[i - 1]);
            largest = Math.max(largest, volume[i]);
        }
        if (fastest < velocity || largest == 0 || largest < volumeExplosion * usualVolume(t)) {
            return false;
        }
        int panic = t - panicCandles + 1;
        return atr[t] >= atrExplosion * (atrBefore[panic] - atrBefore[panic - lookback]) / lookback;
    }

    /** Mean volume of the bars before the panic that ends at that bar. */
    private double usualVolume(int climax) {
        int before = climax - panicCandles + 1;
        return (volumeBefore[before] - volumeBefore[before - lookback]) / lookback;
    }

    private boolean turnsUp(int t, int climax, int wick, double usualVolume) {
        int lowest = lowestBar[t];
        int lowestRsi = lowestRsiBar[t];
        return close[t] > open[t]
                && volume[t] >= recoveryVolume * usualVolume
                && climax <= lowest
                && lowestRsi < lowest
                && lowest <= wick
                && rsi[lowestRsi] <= rsiExtreme;
    }

    private boolean isExhaustion(int bar) {
        double wick = Math.min(open[bar], close[bar]) - low[bar];
        return wick > 0 && wick >= wickRatio * Math.abs(close[bar] - open[bar]);
    }
}
