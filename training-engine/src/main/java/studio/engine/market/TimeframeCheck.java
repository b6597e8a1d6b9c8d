package studio.engine.market;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import studio.model.market.Timeframe;

/** Tells times of another timeframe than the one that is said of them. */
final class TimeframeCheck {
    private static final double MOST = 0.6;
    /** Seven of twelve months have 31 days. */
    private static final double HALF = 0.5;

    private static final int FEWEST_STEPS = 3;
    /** Summer time makes one step of a day, or of some hours, so much shorter or longer. */
    private static final long SHIFT = 3_600_000L;

    private TimeframeCheck() {}

    /**
     * How far most neighbouring times are apart, when no two are as far apart as the timeframe says, or most are nearer to
     * each other.
     *
     * @param times ascending, each once
     */
    static Optional<OtherStep> other(long[] times, Timeframe timeframe) {
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
        boolean suspicious = nearer > MOST * steps || nearer == 0 && equal == 0;
        return suspicious ? likely(times, steps).filter(found -> found.timeframe() != timeframe) : Optional.empty();
    }

    private static Optional<OtherStep> likely(long[] times, long steps) {
        Optional<OtherStep> known = Arrays.stream(Timeframe.values())
                .filter(found -> count(times, found) >= MOST * steps)
                .map(found -> new OtherStep(found, found.duration()))
                .findFirst();
        return known.isPresent() ? known : mostFrequent(times, steps);
    }

    /** Candles of ten minutes, of a second, of a month: none of ours. */
    private static Optional<OtherStep> mostFrequent(long[] times, long steps) {
        Map<Long, Integer> counts = new HashMap<>();
        for (int i = 1; i < times.length; i++) {
            counts.merge(times[i] - times[i - 1], 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(most -> most.getValue() >= HALF * steps)
                .map(most -> new OtherStep(null, Duration.ofMillis(most.getKey())));
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
