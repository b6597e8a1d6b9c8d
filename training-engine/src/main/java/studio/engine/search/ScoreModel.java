package studio.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Gaussian process that is told more and more points. Its length scales are fitted anew as the points grow by a
 * tenth, on at most {@value #FIT_POINTS} of them; predictions use at most {@value #MODEL_POINTS} scores or
 * {@value #MARGIN_POINTS} margins.
 */
final class ScoreModel {
    private static final int MODEL_POINTS = 250;
    /** Where a border runs takes fewer points to tell than where the optimum lies. */
    private static final int MARGIN_POINTS = 150;

    private static final int FIT_POINTS = 110;
    private static final int FIT_ITERATIONS = 25;
    /** Enough to notice when another bending has become the better one: each fit starts from the one before. */
    private static final int SIDE_ITERATIONS = 6;

    /** Up to here every bending is fitted in full. */
    private static final int CHEAP_POINTS = 64;

    private static final double UNBENT = Double.POSITIVE_INFINITY;

    private final Coordinate[] coordinates;
    private final double[] knees;
    private final double[][] parameters;
    private final List<double[]> places = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private int fittedAt;
    private int knee;

    /** @param bent whether values are scores with a best that matters, or margins to be taken as they are */
    ScoreModel(Coordinate[] coordinates, boolean bent) {
        this.coordinates = coordinates;
        this.knees = bent ? ScoreWarp.KNEES : new double[] {UNBENT};
        this.parameters = new double[knees.length][];
        Arrays.setAll(parameters, k -> ProcessFit.start(coordinates.length));
    }

    void add(double[] place, double value) {
        places.add(place);
        values.add(value);
    }

    /** Other values for the places added so far, in their order. */
    void setValues(List<Double> others) {
        values.clear();
        values.addAll(others);
    }

    int size() {
        return places.size();
    }

    /** The places of the highest values, best first: where a local search begins. */
    List<double[]> bestPlaces(int count) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            order.add(i);
        }
        order.sort((a, b) -> Double.compare(values.get(b), values.get(a)));
        return order.stream().limit(count).map(places::get).toList();
    }

    /** A process conditioned on the trials told so far, with room for {@code assumed} more. */
    GaussianProcess process(int assumed) {
        if (fittedAt == 0 || values.size() >= fittedAt + Math.max(4, fittedAt / 10)) {
            fit();
        }
        List<Integer> chosen = ModelPoints.choose(values, knees.length > 1 ? MODEL_POINTS : MARGIN_POINTS);
        return GaussianProcess.of(
                places(chosen), bent(values(chosen), knees[knee]), coordinates, parameters[knee], assumed);
    }

    private void fit() {
        List<Integer> chosen = ModelPoints.choose(values, FIT_POINTS);
        double[] raw = values(chosen);
        ProcessFit fit = new ProcessFit(places(chosen), coordinates);
        double bestPosterior = Double.NEGATIVE_INFINITY;
        int bestKnee = 0;
        for (int k = 0; k < knees.length; k++) {
            double[] bent = bent(raw, knees[k]);
            double posterior = fit.improve(
                    parameters[k], bent, k == knee || values.size() <= CHEAP_POINTS ? FIT_ITERATIONS : SIDE_ITERATIONS);
            if (knees[k] != UNBENT) {
                posterior += new ScoreWarp(raw, knees[k]).logJacobian(raw);
            }
            if (posterior > bestPosterior) {
                bestPosterior = posterior;
                bestKnee = k;
            }
        }
        knee = bestKnee;
        fittedAt = values.size();
    }

    private static double[] bent(double[] raw, double knee) {
        return knee == UNBENT ? raw : new ScoreWarp(raw, knee).apply(raw);
    }

    private double[] values(List<Integer> chosen) {
        return chosen.stream().mapToDouble(values::get).toArray();
    }

    private double[][] places(List<Integer> chosen) {
        return chosen.stream().map(places::get).toArray(double[][]::new);
    }
}
