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
        long candle = candles.timeframe().millis();
        return new WindowBars(
                firstFrom(candles, plan.trainStart().toEpochMilli()),
                firstFrom(candles, plan.trainEnd().toEpochMilli() - candle + 1),
                firstFrom(candles, plan.testStart().toEpochMilli()),
                firstFrom(candles, plan.testEnd().toEpochMilli()));
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
