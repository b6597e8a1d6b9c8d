package studio.server.progress.eta;

import studio.model.progress.StepKey;

/**
 * A resumed search first tells its optimizer the stored trials again: the model works and the bar stands still, until the
 * first new trial. Windows of a validation are not repeated in that way. Not thread-safe.
 */
final class Replay {
    static final Replay NONE = new Replay(1, true);
    private static final double BEGUN_ANEW = 0.02;

    private final double fromShare;
    private boolean ended;
    private double modelSeconds;

    private Replay(double fromShare, boolean ended) {
        this.fromShare = fromShare;
        this.ended = ended;
    }

    /** Begins with the first look at a step. */
    static Replay of(TracePoint first) {
        return first.step() == StepKey.OPTIMIZATION && first.share() > BEGUN_ANEW
                ? new Replay(first.share() + BEGUN_ANEW / 10, false)
                : NONE;
    }

    /** True while nothing new was done. */
    boolean goesOn(TracePoint point) {
        if (this == NONE || ended) {
            return false;
        }
        modelSeconds = point.modelSeconds();
        ended = point.share() > fromShare;
        return !ended;
    }

    /** True when it was one, and it is over. */
    boolean ended() {
        return this != NONE && ended;
    }

    /** Seconds left of it when all of it takes so long. */
    double left(double wholeSeconds) {
        return this == NONE || ended ? 0 : Math.max(0, wholeSeconds - modelSeconds);
    }
}
