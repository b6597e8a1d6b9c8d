package studio.engine.indicator;

import java.lang.ref.SoftReference;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.engine.market.Candles;

/**
 * The indicators of one series, each computed once and shared by all trials. A search over hundreds of lengths on a long
 * series would fill the memory with columns: those that no run holds may be dropped when it gets scarce, and are
 * computed again when they are asked for. Thread-safe; the columns are read-only.
 */
public final class IndicatorCache {
    /** The period that strategies mean by "ATR14" and "RSI14". */
    public static final int WILDER_PERIOD = 14;

    private final Candles candles;
    private final ConcurrentHashMap<String, SoftReference<Object>> shared = new ConcurrentHashMap<>();

    private IndicatorCache(Candles candles) {
        this.candles = candles;
    }

    public static IndicatorCache of(Candles candles) {
        return new IndicatorCache(candles);
    }

    public Candles candles() {
        return candles;
    }

    /** Average true range; see {@link Indicators#atr}. */
    public double[] atr(int period) {
        return column("atr" + period, () -> Indicators.atr(candles.high(), candles.low(), candles.close(), period));
    }

    /** Relative strength index of the close; see {@link Indicators#rsi}. */
    public double[] rsi(int period) {
        return column("rsi" + period, () -> Indicators.rsi(candles.close(), period));
    }

    /** Simple moving average of the close; see {@link Indicators#sma}. */
    public double[] sma(int period) {
        return column("sma" + period, () -> Indicators.sma(candles.close(), period));
    }

    /** Standard deviation of the close; see {@link Indicators#deviation}. */
    public double[] deviation(int period) {
        return column("deviation" + period, () -> Indicators.deviation(candles.close(), period));
    }

    /** Exponential moving average of the close; see {@link Indicators#ema}. */
    public double[] ema(int period) {
        return column("ema" + period, () -> Indicators.ema(candles.close(), period));
    }

    /** Simple moving average of the volume. */
    public double[] volumeMean(int period) {
        return column("volume" + period, () -> Indicators.sma(candles.volume(), period));
    }

    /**
     * The bar of the highest high among the last {@code period} bars, the latest where several are equal; -1 before the
     * first whole window.
     */
    public int[] highestBar(int period) {
        return shared("highest" + period, int[].class, () -> RollingExtremes.highestBars(candles.high(), 0, period));
    }

    /** The bar of the lowest low among the last {@code period} bars, in the same way as {@link #highestBar}. */
    public int[] lowestBar(int period) {
        return shared("lowest" + period, int[].class, () -> RollingExtremes.lowestBars(candles.low(), 0, period));
    }

    /** Volume of all bars before each one, so that the volume of bars {@code a..b-1} is {@code [b] - [a]}. */
    public double[] volumeBefore() {
        return column("volume-before", () -> RunningSums.of(candles.volume()));
    }

    /**
     * Something of a strategy's own that all trials share.
     *
     * @param key unique for what is computed, its periods included
     * @param type of the value; one key has one type
     * @param compute; what it says of a bar may use bars up to it only
     */
    public <T> T shared(String key, Class<T> type, Supplier<T> compute) {
        // Not nested in another compute: whatever a value needs from here is read before it is asked for.
        Object known = held(shared.get(key));
        if (known != null) {
            return type.cast(known);
        }
        AtomicReference<Object> value = new AtomicReference<>();
        shared.compute(key, (k, reference) -> {
            Object made = held(reference);
            value.set(made != null ? made : compute.get());
            return made != null ? Objects.requireNonNull(reference) : new SoftReference<>(value.get());
        });
        return type.cast(Objects.requireNonNull(value.get()));
    }

    private static @Nullable Object held(@Nullable SoftReference<Object> reference) {
        return reference == null ? null : reference.get();
    }

    private double[] column(String key, Supplier<double[]> compute) {
        return shared(key, double[].class, compute);
    }
}
