package studio.engine.market;

import java.util.Arrays;
import java.util.Optional;
import studio.model.market.Timeframe;

/** Tells times of another timeframe than the one that is said of them. */
final class TimeframeCheck {
    private static final double MOST = 0.6;
    private static final int FEWEST_STEPS = 3;
    /** Summer time makes one step of a day, or of some hours, so much shorter or longer. */
    private static final long SHIFT = 3_600_000L;

    private TimeframeCheck() {}

    /**
     * The timeframe that most neighbouring times are apart, when no two are as far apart as the given one says, or most are
     * nearer to each other.
     *
     * @param times ascending, each once
     */
    static Optional<Timeframe> other(long[] times, Timeframe timeframe) {
        if (times.length <= FEWEST_STEPS) {
            return Optional.empty();
        }
        long nearer = 0;
        long equal = 0;
        for (int i = 1; i < times.length; i++) {
            long step = times[i] - times[i - 1];
            nearer += step < timeframe.millis() - tolerance(timeframe) ? 1 : 0;
            equal += isStep(step, timeframe) ? 1 : 0;
        }
        long steps = times.length - 1L;
        if (nearer > MOST * steps || nearer == 0 && equal == 0) {
            return likely(times, steps).filter(found -> found != timeframe);
        }
        return Optional.empty();
    }

    private static Optional<Timeframe> likely(long[] times, long steps) {
        return Arrays.stream(Timeframe.values())
                .filter(found -> count(times, found) >= MOST * steps)
                .findFirst();
    }

    private static long count(long[] times, Timeframe timeframe) {
        long count = 0;
        for (int i = 1; i < times.length; i++) {
            count += isStep(times[i] - times[i - 1], timeframe) ? 1 : 0;
        }
        return count;
    }

    private static boolean isStep(long step, Timeframe timeframe) {
        return Math.abs(step - timeframe.millis()) <= tolerance(timeframe);
    }

    private static long tolerance(Timeframe timeframe) {
        return timeframe.millis() >= Timeframe.H12.millis() ? SHIFT : 0;
    }
}
