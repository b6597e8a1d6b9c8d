package studio.engine.search;

import java.util.Arrays;

/** Which bending and which length scales follow some points best; each fit starts from the one before. */
final class BentFit {
    private static final int ITERATIONS = 25;
    /** Enough to notice when another bending has become the better one. */
    private static final int SIDE_ITERATIONS = 6;

    private static final double UNBENT = Double.POSITIVE_INFINITY;

    private final Coordinate[] coordinates;
    private final CancellationToken cancel;
    private final double[] knees;
    private final double[][] parameters;
    private int knee;

    /** @param bent whether values are scores with a best that matters, or margins to be taken as they are */
    BentFit(Coordinate[] coordinates, boolean bent, CancellationToken cancel) {
        this.coordinates = coordinates;
        this.cancel = cancel;
        this.knees = bent ? ScoreWarp.KNEES : new double[] {UNBENT};
        this.parameters = new double[knees.length][];
        Arrays.setAll(parameters, k -> ProcessFit.start(coordinates.length, 1));
    }

    /**
     * Fits anew.
     *
     * @param scale side of the cube that the places fill, in units of the whole one's
     * @param inFull whether every bending is climbed to its top rather than the best one so far only
     */
    void fit(double[][] places, double[] raw, double scale, boolean inFull) {
        ProcessFit fit = new ProcessFit(places, coordinates, scale, cancel);
        double bestPosterior = Double.NEGATIVE_INFINITY;
        int bestKnee = 0;
        for (int k = 0; k < knees.length; k++) {
            double posterior =
                    fit.improve(parameters[k], bent(raw, knees[k]), k == knee || inFull ? ITERATIONS : SIDE_ITERATIONS);
            if (knees[k] != UNBENT) {
                posterior += new ScoreWarp(raw, knees[k]).logJacobian(raw);
            }
            if (posterior > bestPosterior) {
                bestPosterior = posterior;
                bestKnee = k;
            }
        }
        knee = bestKnee;
    }

    /** Log length scales and, last, the log nugget of the best bending. */
    double[] parameters() {
        return parameters[knee];
    }

    /** The values as the best bending takes them. */
    double[] bent(double[] raw) {
        return bent(raw, knees[knee]);
    }

    private static double[] bent(double[] raw, double knee) {
        return knee == UNBENT ? raw : new ScoreWarp(raw, knee).apply(raw);
    }
}
