package studio.server.progress;

/**
 * How what a step tells of itself becomes what is shown. A step that begins anew is shown as it is. One that another worker
 * has left goes on from where it was seen last, and what is told from here on is stretched over what was left, so that the
 * bar moves while work is repeated and reaches its end with the step. Earlier steps that must be repeated first move it a
 * little. Not thread-safe.
 */
final class StepScale {
    /** A repeated step moves the bar by this part of what was left of the step that had been reached. */
    private static final double REPEATED = 0.01;

    /** Shown as told. */
    static StepScale plain() {
        return new StepScale(0, 100, 0);
    }

    private final double shownFrom;
    private final double shownTo;
    /** What was told first; NaN until then. */
    private double toldFrom;

    private StepScale(double shownFrom, double shownTo, double toldFrom) {
        this.shownFrom = shownFrom;
        this.shownTo = shownTo;
        this.toldFrom = toldFrom;
    }

    /** @param reached percent of the step that were shown when it was left */
    static StepScale goingOn(double reached) {
        return reached <= 0 ? plain() : new StepScale(reached, 100, Double.NaN);
    }

    /** @param reached percent of a later step that were shown when it was left */
    static StepScale repeating(double reached) {
        return new StepScale(reached, reached + (100 - reached) * REPEATED, 0);
    }

    /**
     * @param told percent of the step, 0..100
     * @return percent to show, 0..100
     */
    double shown(double told) {
        double part = Math.max(0, Math.min(100, told));
        if (Double.isNaN(toldFrom)) {
            toldFrom = Math.min(part, shownFrom);
        }
        return toldFrom >= 100
                ? shownTo
                : shownFrom + (shownTo - shownFrom) * Math.max(0, part - toldFrom) / (100 - toldFrom);
    }
}
