package studio.engine.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Gaussian process over the whole space that is told more and more points. Its length scales are fitted anew as the
 * points grow by a tenth, on at most {@value #FIT_POINTS} of them; between fits points are only added. Predictions use
 * hardly more than {@value #MODEL_POINTS} scores or {@value #MARGIN_POINTS} margins.
 */
final class ScoreModel {
    private static final int MODEL_POINTS = 250;
    /** Where a border runs takes fewer points to tell than where the optimum lies. */
    private static final int MARGIN_POINTS = 150;

    private static final int FIT_POINTS = 110;
    /** Up to here every bending is fitted in full. */
    private static final int CHEAP_POINTS = 64;

    private static final int SHORTEST_PERIOD = 4;
    private static final int LONGEST_PERIOD = 40;

    private final Coordinate[] coordinates;
    private final int modelPoints;
    private final BentFit fit;
    private final List<double[]> places = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final List<Integer> chosen = new ArrayList<>();
    private @Nullable GaussianProcess process;
    private int fittedAt;
    /** So many of the told points were looked at when the process was made or added since. */
    private int seen;

    /** @param bent whether values are scores with a best that matters, or margins to be taken as they are */
    ScoreModel(Coordinate[] coordinates, boolean bent, CancellationToken cancel) {
        this.coordinates = coordinates;
        this.modelPoints = bent ? MODEL_POINTS : MARGIN_POINTS;
        this.fit = new BentFit(coordinates, bent, cancel);
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

    List<double[]> places() {
        return places;
    }

    List<Double> values() {
        return values;
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
        GaussianProcess base = process;
        int period = Math.min(LONGEST_PERIOD, Math.max(SHORTEST_PERIOD, fittedAt / 10));
        if (base == null || values.size() >= fittedAt + period || base.room() < values.size() - seen) {
            fit();
            chosen.clear();
            chosen.addAll(ModelPoints.choose(values, modelPoints));
            base = GaussianProcess.over(places(chosen), coordinates, fit.parameters(), LONGEST_PERIOD);
            process = base;
            seen = values.size();
        }
        for (; seen < values.size(); seen++) {
            base.assume(places.get(seen));
            chosen.add(seen);
        }
        return base.given(fit.bent(values(chosen)), assumed);
    }

    private void fit() {
        List<Integer> few = ModelPoints.choose(values, FIT_POINTS);
        fit.fit(places(few), values(few), 1, few.size() <= CHEAP_POINTS);
        fittedAt = values.size();
    }

    private double[] values(List<Integer> which) {
        return which.stream().mapToDouble(values::get).toArray();
    }

    private double[][] places(List<Integer> which) {
        return which.stream().map(places::get).toArray(double[][]::new);
    }
}
