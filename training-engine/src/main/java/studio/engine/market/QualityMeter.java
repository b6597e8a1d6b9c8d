package studio.engine.market;

import studio.model.market.CandleQuality;
import studio.model.market.SeriesClock;

/**
 * Measures the data quality of a series that is shown to it candle by candle, oldest first, so that one of any length
 * takes no memory. Not thread-safe.
 *
 * <p>An outlier is a candle whose range {@code (high − low) / low}, or whose jump from the close just before, is more than
 * 20 times the average range of the candles before it: an exponential average with the weight 2/101 on the newest, over
 * candles that moved at all, after 100 of those. An outlier counts in it as 20 times the average, no more. A jump over hours
 * in which the market was closed is one when it is more than 20 times the average of both these ranges and such jumps.
 */
public final class QualityMeter {
    private static final double OUTLIER = 20;
    private static final int WARM_UP = 100;
    private static final double WEIGHT = 2.0 / (WARM_UP + 1);

    private final TradingCalendar calendar;
    private final SeriesClock clock;
    private final long step;
    private long candles;
    private long gaps;
    private long missing;
    private long closed;
    private long zeroVolume;
    private long flat;
    private long impossible;
    private long outliers;
    private long frozenTail;
    private long moved;
    private double averageRange;
    private final ClosedJumps closes = new ClosedJumps();
    private final SuspectedSplits splits = new SuspectedSplits();
    private long lastTime;
    private double lastClose;

    public QualityMeter(SeriesClock clock) {
        this.calendar = TradingCalendar.of(clock);
        this.clock = clock;
        this.step = clock.timeframe().millis();
    }

    /** The next candle; its time is later than that of the one before. */
    public void candle(long time, double open, double high, double low, double close, double volume) {
        boolean neighbour = candles > 0 && (time - lastTime == step || clock.next(lastTime) == time);
        boolean overClose = candles > 0 && !neighbour && isClosedOnly(time);
        candles++;
        if (volume == 0) {
            zeroVolume++;
        }
        boolean isFlat = open == high && high == low && low == close;
        if (isFlat) {
            flat++;
            frozenTail = frozenTail > 0 && close == lastClose ? frozenTail + 1 : 1;
        } else {
            frozenTail = 0;
        }
        if (CandleQualityMeter.isImpossible(open, high, low, close, volume)) {
            impossible++;
        } else {
            double jump = Math.abs(open / lastClose - 1);
            double usual = Math.max(averageRange, closes.usual());
            if (neighbour || overClose) {
                splits.jump(open / lastClose, close / open, overClose ? usual : averageRange, moved >= WARM_UP);
            }
            boolean far = overClose && moved >= WARM_UP && closes.isFar(jump, OUTLIER, averageRange);
            if (far) {
                outliers++;
            }
            move(Math.max((high - low) / low, neighbour ? jump : 0), far);
        }
        lastTime = time;
        lastClose = close;
    }

    /** Counts the gap before a candle; whether the market was closed all through it. */
    private boolean isClosedOnly(long time) {
        long expected = calendar.expectedBetween(lastTime, time);
        if (expected > 0) {
            gaps++;
            missing += expected;
        }
        closed += clock.slotsBetween(lastTime, time) - expected;
        return expected == 0;
    }

    private void move(double range, boolean counted) {
        // An impossible price just before makes the jump from it no figure.
        if (!(range > 0 && range < Double.POSITIVE_INFINITY)) {
            return;
        }
        boolean outlier = moved >= WARM_UP && range > OUTLIER * averageRange;
        if (outlier && !counted) {
            outliers++;
        }
        double taken = outlier ? OUTLIER * averageRange : range;
        moved++;
        // The first hundred are averaged evenly; the exponential weight would make much of the very first.
        averageRange += (taken - averageRange) * Math.max(WEIGHT, 1.0 / moved);
    }

    /**
     * All figures of what was shown so far; shares are 0 when nothing was.
     *
     * @param revised candles whose figures were changed after they were first stored
     */
    public CandleQuality quality(long revised) {
        double n = Math.max(1, candles);
        return rated(new CandleQuality(
                candles,
                gaps,
                missing,
                closed,
                zeroVolume / n,
                flat / n,
                impossible,
                outliers,
                frozenTail,
                revised,
                null,
                null,
                splits.count()));
    }

    /** Figures measured before, with the score and the parts that they give. */
    public static CandleQuality rated(CandleQuality figures) {
        return QualityScore.complete(figures);
    }
}
