package studio.desktop.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Trials gathered into cells by two of their parameters. A parameter with few distinct values has a column for each of
 * them; a continuous one is cut into {@value #CUTS} equal parts. Immutable.
 */
public final class HeatMap {
    /** More distinct values than this and a parameter is cut into equal parts. */
    static final int MOST_CELLS = 16;

    private static final int CUTS = 12;

    private final Bins across;
    private final Bins up;
    private final int[][] counts;
    private final double[][] worth;

    /** Which score stands for a cell. */
    public enum Measure {
        BEST,
        MEDIAN
    }

    private HeatMap(Bins across, Bins up, int[][] counts, double[][] worth) {
        this.across = across;
        this.up = up;
        this.counts = counts;
        this.worth = worth;
    }

    /** Gathers the scored trials of a table by the parameters at these places. */
    public static HeatMap of(TrialTable table, int across, int up, Measure measure) {
        Bins columns = Bins.of(table.axes().get(across));
        Bins rows = Bins.of(table.axes().get(up));
        List<List<List<Double>>> cells = new ArrayList<>();
        for (int i = 0; i < columns.count(); i++) {
            List<List<Double>> column = new ArrayList<>();
            for (int j = 0; j < rows.count(); j++) {
                column.add(new ArrayList<>());
            }
            cells.add(column);
        }
        for (int i = 0; i < table.size(); i++) {
            double x = table.value(across, i);
            double y = table.value(up, i);
            if (!Double.isNaN(x) && !Double.isNaN(y) && !Double.isNaN(table.score(i))) {
                cells.get(columns.place(x)).get(rows.place(y)).add(table.score(i));
            }
        }
        int[][] counts = new int[columns.count()][rows.count()];
        double[][] worth = new double[columns.count()][rows.count()];
        for (int i = 0; i < columns.count(); i++) {
            for (int j = 0; j < rows.count(); j++) {
                List<Double> scores = cells.get(i).get(j);
                counts[i][j] = scores.size();
                worth[i][j] = scores.isEmpty() ? Double.NaN : worthOf(scores, measure);
            }
        }
        return new HeatMap(columns, rows, counts, worth);
    }

    private static double worthOf(List<Double> scores, Measure measure) {
        double[] sorted =
                scores.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        return switch (measure) {
            case BEST -> sorted[sorted.length - 1];
            case MEDIAN -> sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        };
    }

    public int columns() {
        return across.count();
    }

    public int rows() {
        return up.count();
    }

    /** How many scored trials lie in the cell. */
    public int count(int column, int row) {
        return counts[column][row];
    }

    /** What the cell is worth; NaN without trials. */
    public double worth(int column, int row) {
        return worth[column][row];
    }

    Bins across() {
        return across;
    }

    Bins up() {
        return up;
    }

    /** The least and the greatest worth of all cells; 0 and 1 without any. */
    double[] range() {
        double low = Arrays.stream(worth)
                .flatMapToDouble(Arrays::stream)
                .filter(w -> !Double.isNaN(w))
                .min()
                .orElse(0);
        double high = Arrays.stream(worth)
                .flatMapToDouble(Arrays::stream)
                .filter(w -> !Double.isNaN(w))
                .max()
                .orElse(1);
        return new double[] {low, high};
    }

    /**
     * The cells of one parameter.
     *
     * @param levels its distinct values; empty when it is cut into equal parts
     */
    record Bins(TrialTable.Axis axis, double[] levels) {

        static Bins of(TrialTable.Axis axis) {
            if (axis.words()) {
                double[] places = new double[axis.levels().size()];
                Arrays.setAll(places, i -> i);
                return new Bins(axis, places);
            }
            return new Bins(
                    axis,
                    axis.levels().stream().mapToDouble(Double::parseDouble).toArray());
        }

        int count() {
            return levels.length > 0 ? levels.length : CUTS;
        }

        int place(double value) {
            if (levels.length > 0) {
                int at = Arrays.binarySearch(levels, value);
                return at >= 0 ? at : Math.min(levels.length - 1, -at - 1);
            }
            double part = (value - axis.min()) / (axis.max() - axis.min());
            return Math.max(0, Math.min(CUTS - 1, (int) (part * CUTS)));
        }

        /** Lower end of a cell, or its value where it has but one. */
        double from(int place) {
            return levels.length > 0 ? levels[place] : axis.min() + (axis.max() - axis.min()) * place / CUTS;
        }

        /** Upper end of a cell, or its value where it has but one. */
        double to(int place) {
            return levels.length > 0 ? levels[place] : axis.min() + (axis.max() - axis.min()) * (place + 1) / CUTS;
        }
    }
}
