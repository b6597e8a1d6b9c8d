package studio.server.progress;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a step tells while it works. Immutable, so that it can be handed over without a lock.
 *
 * @param order updates of one step may overtake each other; the larger one is the newer
 * @param stepPercentage 0..100
 * @param message null keeps the one before
 * @param iterationsPerSecond trials evaluated a second; null before the first
 */
public record ProgressUpdate(
        long order,
        double stepPercentage,
        @Nullable String message,
        @Nullable Integer currentIteration,
        @Nullable Integer totalIterations,
        @Nullable Double bestScore,
        @Nullable Double currentScore,
        @Nullable Map<String, Object> bestParams,
        int infeasibleIterations,
        int failedIterations,
        @Nullable Double iterationsPerSecond) {
    /** Nothing known yet. */
    public static final ProgressUpdate NONE = new ProgressUpdate(0, 0, null, null, null, null, null, null, 0, 0, null);

    /** Another percentage and message; the optimizer's figures stay. */
    public ProgressUpdate at(long newOrder, double newStepPercentage, @Nullable String newMessage) {
        return new ProgressUpdate(
                newOrder,
                newStepPercentage,
                newMessage,
                currentIteration,
                totalIterations,
                bestScore,
                currentScore,
                bestParams,
                infeasibleIterations,
                failedIterations,
                iterationsPerSecond);
    }
}
