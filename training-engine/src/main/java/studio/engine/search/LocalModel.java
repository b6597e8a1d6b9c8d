package studio.engine.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A Gaussian process over the trials nearest to the best one alone: what is true there need not hold elsewhere, and the
 * other way round.
 */
final class LocalModel {
    private static final int POINTS = 60;
    /** Every so many fits, every bending is fitted in full. */
    private static final int FULL_FIT = 5;

    private final Coordinate[] coordinates;
    private final Kernel nearness;
    private final BentFit fit;
    private int fits;

    LocalModel(Coordinate[] coordinates, CancellationToken cancel) {
        this.coordinates = coordinates;
        this.nearness = new Kernel(coordinates, new double[coordinates.length]);
        this.fit = new BentFit(coordinates, true, cancel);
    }

    /**
     * A process conditioned on the trials nearest to a place.
     *
     * @param side of the region to be searched
     * @param assumed how many further points there is to be room for
     */
    GaussianProcess process(List<double[]> places, List<Double> values, double[] centre, double side, int assumed) {
        List<Integer> nearest = nearest(places, centre);
        double[][] chosen = nearest.stream().map(places::get).toArray(double[][]::new);
        double[] raw = nearest.stream().mapToDouble(values::get).toArray();
        fit.fit(chosen, raw, side, fits % FULL_FIT == 0);
        fits++;
        return GaussianProcess.over(chosen, coordinates, fit.parameters(), 0).given(fit.bent(raw), assumed);
    }

    private List<Integer> nearest(List<double[]> places, double[] centre) {
        record Neighbour(int index, double nearness) {}
        List<Neighbour> neighbours = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            neighbours.add(new Neighbour(i, nearness.correlation(centre, places.get(i))));
        }
        return neighbours.stream()
                .sorted(Comparator.comparingDouble(Neighbour::nearness).reversed())
                .limit(POINTS)
                .map(Neighbour::index)
                .toList();
    }
}
