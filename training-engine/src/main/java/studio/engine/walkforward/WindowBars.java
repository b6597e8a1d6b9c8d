package studio.engine.walkforward;

import java.util.Arrays;
import studio.engine.market.Candles;
import studio.model.result.WindowPlan;

/**
 * A window as bars; ends are exclusive. A train candle has closed when the train part ends, a test candle opens inside
 * the test part, so no candle is in both.
 */
record WindowBars(int trainFrom, int trainTo, int testFrom, int testTo) {

    static WindowBars of(Candles candles, WindowPlan plan) {
        return new WindowBars(
                firstFrom(candles, plan.trainStart().toEpochMilli()),
                firstOpenBeyond(candles, plan.trainEnd().toEpochMilli()),
                firstFrom(candles, plan.testStart().toEpochMilli()),
                firstFrom(candles, plan.testEnd().toEpochMilli()));
    }

    /** The first bar that closes later than that time; the number of candles when there is none. */
    private static int firstOpenBeyond(Candles candles, long millis) {
        int bar = firstFrom(candles, millis);
        while (bar > 0 && candles.closeTime(bar - 1) > millis) {
            bar--;
        }
        return bar;
    }

    /** The first bar that opens at that time or later; the number of candles when there is none. */
    private static int firstFrom(Candles candles, long millis) {
        int at = Arrays.binarySearch(candles.time(), millis);
        return at >= 0 ? at : -at - 1;
    }

    boolean hasTrain() {
        return trainFrom < trainTo;
    }

    boolean hasTest() {
        return testFrom < testTo;
    }
}
