package studio.server.progress;

import org.jspecify.annotations.Nullable;

/** Merges figures so that counts never fall: after a takeover a few trials are counted for the second time. */
final class Figures {
    private Figures() {}

    static ProgressUpdate newer(ProgressUpdate held, ProgressUpdate update) {
        return new ProgressUpdate(
                update.order(),
                Math.max(held.stepPercentage(), update.stepPercentage()),
                update.message() == null ? held.message() : update.message(),
                larger(held.currentIteration(), update.currentIteration()),
                update.totalIterations() == null ? held.totalIterations() : update.totalIterations(),
                update.bestScore() == null ? held.bestScore() : update.bestScore(),
                update.currentScore(),
                update.bestParams() == null ? held.bestParams() : update.bestParams(),
                Math.max(held.infeasibleIterations(), update.infeasibleIterations()),
                Math.max(held.failedIterations(), update.failedIterations()),
                update.iterationsPerSecond() == null ? held.iterationsPerSecond() : update.iterationsPerSecond());
    }

    private static @Nullable Integer larger(@Nullable Integer a, @Nullable Integer b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return Math.max(a, b);
    }
}
