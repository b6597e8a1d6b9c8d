package studio.engine.market;

import studio.model.market.CandleQuality;
import studio.model.market.Timeframe;

/**
 * Measures the data quality of a series that is shown to it candle by candle, oldest first, so that one of any length
 * takes no memory. Not thread-safe.
 *
 * <p>An outlier is a candle whose range {@code (high − low) / low}, or whose jump from the close just before, is more than
 * 20 times the average range of the candles before it: an exponential average with the weight 2/101 on the newest, over
 * candles that moved at all, after 100 of those. An outlier counts in it as 20 times the average, no more.
 */
public final class QualityMeter {
    private static final double OUTLIER = 20;
    private static final int WARM_UP = 100;
    private static final double WEIGHT = 2.0 / (WARM_UP + 1);

    private final Timeframe timeframe;
    private final TradingCalendar calendar;
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
    private long lastTime;
    private double lastClose;

    public QualityMeter(Timeframe timeframe, TradingCalendar calendar) {
        this.timeframe = timeframe;
        this.calendar = calendar;
        this.step = timeframe.millis();
    }

    /** The next candle; its time is later than that of the one before. */
    public void candle(long time, double open, double high, double low, double close, double volume) {
        boolean neighbour = candles > 0 && time - lastTime == step;
        if (candles > 0 && !neighbour) {
            gap(time);
        }
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
            double jump = neighbour ? Math.abs(open / lastClose - 1) : 0;
            move(Math.max((high - low) / low, jump));
        }
        lastTime = time;
        lastClose = close;
    }

    private void gap(long time) {
        long expected = calendar.expectedBetween(lastTime, time, timeframe);
        if (expected > 0) {
            gaps++;
            missing += expected;
        }
        closed += TradingCalendar.slotsBetween(lastTime, time, timeframe) - expected;
    }

    private void move(double range) {
        // An impossible price just before makes the jump from it no figure.
        if (!(range > 0 && range < Double.POSITIVE_INFINITY)) {
            return;
        }
        boolean outlier = moved >= WARM_UP && range > OUTLIER * averageRange;
        if (outlier) {
            outliers++;
        }
        double counted = outlier ? OUTLIER * averageRange : range;
        moved++;
        // The first hundred are averaged evenly; the exponential weight would make much of the very first.
        averageRange += (counted - averageRange) * Math.max(WEIGHT, 1.0 / moved);
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
                null));
    }

    /** Figures measured before, with the score and the parts that they give. */
    public static CandleQuality rated(CandleQuality figures) {
        return QualityScore.complete(figures);
    }
}
