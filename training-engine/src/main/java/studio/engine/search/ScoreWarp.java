package studio.engine.search;

import java.util.Arrays;

/**
 * Bends scores so that a stationary process can follow them: the distance to the best is taken logarithmically beyond
 * {@code knee} × the distance of the median. Ruinous outliers come closer, differences near the best stay.
 */
final class ScoreWarp {
    /** From nearly straight to steep near the best. */
    static final double[] KNEES = {8, 0.5, 0.03};

    private final double best;
    private final double scale;
    private final double knee;

    ScoreWarp(double[] scores, double knee) {
        double[] ascending = scores.clone();
        Arrays.sort(ascending);
        this.best = ascending[ascending.length - 1];
        double distance = best - ascending[(ascending.length - 1) / 2];
        double widest = best - ascending[0];
        this.scale = distance > 0 ? distance : widest > 0 ? widest : 1;
        this.knee = knee;
    }

    /** 0 for the best score, below for others. */
    double[] apply(double[] scores) {
        return Arrays.stream(scores)
                .map(score -> -knee * StrictMath.log1p((best - score) / scale / knee))
                .toArray();
    }

    /** What the bending adds to the log likelihood of these scores, so that differently bent ones can be compared. */
    double logJacobian(double[] scores) {
        return -Arrays.stream(scores)
                .map(score -> StrictMath.log1p((best - score) / scale / knee))
                .sum();
    }
}
