package studio.engine.search;

/**
 * The box around the best trial that a local model is trusted in: it grows with success and shrinks with failure
 * (after Eriksson et al. 2019, "TuRBO"), and opens again when it has become tiny.
 */
final class TrustRegion {
    private static final double START = 0.4;
    private static final double LARGEST = 0.8;
    private static final double SMALLEST = 0.002;
    private static final int SUCCESSES = 2;
    private static final int FAILURES = 3;

    private double side = START;
    private int won;
    private int lost;

    /** Of the whole cube's side. */
    double side() {
        return side;
    }

    /** Tells whether a point proposed inside was better than all before it. */
    void tell(boolean better) {
        won = better ? won + 1 : 0;
        lost = better ? 0 : lost + 1;
        if (won == SUCCESSES) {
            side = Math.min(LARGEST, 2 * side);
            won = 0;
        } else if (lost == FAILURES) {
            side = side / 2 < SMALLEST ? START : side / 2;
            lost = 0;
        }
    }
}
