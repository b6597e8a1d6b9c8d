package studio.engine.indicator;

import java.lang.ref.SoftReference;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.engine.market.Candles;

/**
 * The indicators of one series, each computed once and shared by all trials. A search over hundreds of lengths on a long
 * series would fill the memory with columns: beyond a share of it the oldest are dropped, and all that no run holds when it
 * gets scarce all the same. They are computed again when they are asked for. Thread-safe; the columns are read-only.
 */
public final class IndicatorCache {
    /** The period that strategies mean by "ATR14" and "RSI14". */
    public static final int WILDER_PERIOD = 14;

    /** A quarter of the memory: a server runs two searches at once, and answers requests beside them. */
    private static final int SHARE = 4;

    /** What a few threads read at one time. */
    private static final int FEWEST = 32;

    private final Candles candles;
    private final int most;
    private final ConcurrentHashMap<String, SoftReference<Object>> shared = new ConcurrentHashMap<>();
    private final Queue<String> oldestFirst = new ConcurrentLinkedQueue<>();

    private IndicatorCache(Candles candles, int most) {
        this.candles = candles;
        this.most = most;
    }

    public static IndicatorCache of(Candles candles) {
        return within(candles, mostBytes());
    }

    /** Bytes of the columns that the cache of a search keeps at most. */
    public static long mostBytes() {
        return Runtime.getRuntime().maxMemory() / SHARE;
    }

    /** One that keeps as many columns as so many bytes hold, or a few if that is less. */
    public static IndicatorCache within(Candles candles, long bytes) {
        long column = (long) Double.BYTES * Math.max(1, candles.size());
        long fitting = bytes / column;
        return holding(candles, (int) Math.max(FEWEST, Math.min(fitting, Integer.MAX_VALUE)));
    }

    /** One that keeps so many columns at most. */
    static IndicatorCache holding(Candles candles, int most) {
        return new IndicatorCache(candles, most);
    }

    /** Columns that are kept now. */
    int kept() {
        return shared.size();
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

    /** How much the market moves, as a fraction a year; see {@link AnnualVolatility}. */
    public double[] annualVolatility() {
        return column("annual-volatility", () -> AnnualVolatility.of(candles.time(), candles.close()));
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
            if (reference == null) {
                oldestFirst.add(k);
            }
            return made != null ? Objects.requireNonNull(reference) : new SoftReference<>(value.get());
        });
        dropOldest();
        return type.cast(Objects.requireNonNull(value.get()));
    }

    private void dropOldest() {
        while (shared.size() > most) {
            String oldest = oldestFirst.poll();
            if (oldest == null) {
                return;
            }
            shared.remove(oldest);
        }
    }

    private static @Nullable Object held(@Nullable SoftReference<Object> reference) {
        return reference == null ? null : reference.get();
    }

    private double[] column(String key, Supplier<double[]> compute) {
        return shared(key, double[].class, compute);
    }
}
