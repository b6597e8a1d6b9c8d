package studio.server.progress.eta;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far forecasts of this installation miss, in units of the spread that they were told with: split conformal
 * prediction (Papadopoulos et al. 2002; Lei et al. 2018) on the scores of finished jobs, newer ones counting more, mixed
 * with scores of recorded jobs, which speak alone at first and less and less as the installation's own come in. Immutable.
 */
public final class Calibration {
    /** Quantiles 5 %, 15 % … 95 % of the scores of the recorded jobs that the forecast was tuned on. */
    private static final double[] RECORDED = {-2.0, -1.05, -0.7, -0.45, -0.25, -0.05, 0.2, 0.5, 0.9, 1.5};

    private static final double RECORDED_WEIGHT = 30;
    /** After so many scores of the installation's own the recorded ones count a third. */
    private static final double RECORDED_FADES = 60;

    /** Each older score counts so much less. */
    private static final double FADING = 0.985;

    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;
    /** A quarter of a second more or less is the writer's rhythm and no error of the forecast. */
    private static final double FLOOR_SECONDS = 0.25;

    /** Nothing is known of this installation yet. */
    public static final Calibration NONE = new Calibration(List.of());

    private final double low;
    private final double high;

    private record Weighted(double score, double weight) {}

    /**
     * @param scores of finished jobs, newest first
     */
    public Calibration(List<Double> scores) {
        List<Weighted> all = new ArrayList<>();
        double recordedWeight = RECORDED_WEIGHT * Math.exp(-scores.size() / RECORDED_FADES);
        for (double recorded : RECORDED) {
            all.add(new Weighted(recorded, recordedWeight / RECORDED.length));
        }
        double weight = 1;
        for (double score : scores) {
            all.add(new Weighted(score, weight));
            weight *= FADING;
        }
        all.sort(Comparator.comparingDouble(Weighted::score));
        low = Math.min(0, quantile(all, LOW));
        high = Math.max(0, quantile(all, HIGH));
    }

    /** Linear between the middles of the weights. */
    private static double quantile(List<Weighted> sorted, double share) {
        double sum = sorted.stream().mapToDouble(Weighted::weight).sum();
        double before = 0;
        Weighted last = sorted.get(0);
        double lastMiddle = 0;
        for (Weighted next : sorted) {
            double middle = (before + next.weight() / 2) / sum;
            if (middle >= share) {
                double width = middle - lastMiddle;
                double part = width <= 0 || next == last ? 1 : (share - lastMiddle) / width;
                return last.score() + part * (next.score() - last.score());
            }
            before += next.weight();
            last = next;
            lastMiddle = middle;
        }
        return last.score();
    }

    /** The interval around an expected remaining time, in seconds. */
    Remaining around(double expected, double spread) {
        double base = expected + FLOOR_SECONDS;
        return new Remaining(
                Math.min(expected, Math.max(0, base * Math.exp(low * spread) - FLOOR_SECONDS)),
                expected,
                Math.max(expected, base * Math.exp(high * spread) - FLOOR_SECONDS),
                spread);
    }

    /** How far a forecast missed, in units of its spread; positive when the job took longer. */
    static double score(Remaining told, double trueSeconds) {
        return Math.log((Math.max(0, trueSeconds) + FLOOR_SECONDS) / (told.expected() + FLOOR_SECONDS)) / told.spread();
    }
}
