package studio.desktop.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Formats;
import studio.model.job.TrialState;
import studio.model.job.TrialView;

/**
 * The trials of one job as columns of numbers, as the charts of trials need them. A parameter that a trial did not have, and
 * the score of one that is not complete, is NaN. Immutable; thread-safe.
 */
public final class TrialTable {
    private static final double LOW_PERCENTILE = 0.05;

    private final List<Axis> axes;
    private final double[][] values;
    private final double[] scores;
    private final int[] numbers;
    private final int[] ranked;

    /**
     * One parameter.
     *
     * @param min smallest value that a trial had
     * @param max largest value that a trial had
     * @param levels its distinct values in order when there are few or they are words; empty when it is continuous
     */
    public record Axis(String name, double min, double max, List<String> levels, boolean words) {

        /** A value as it is written beside the axis. */
        public String label(double value, Formats formats) {
            if (words) {
                int at = (int) Math.round(value);
                return at >= 0 && at < levels.size() ? levels.get(at) : "";
            }
            return number(value, formats);
        }
    }

    private TrialTable(List<Axis> axes, double[][] values, double[] scores, int[] numbers) {
        this.axes = List.copyOf(axes);
        this.values = values;
        this.scores = scores;
        this.numbers = numbers;
        this.ranked = rank(scores);
    }

    /** An empty table. */
    public static TrialTable empty() {
        return of(List.of());
    }

    /** Reads trials in their order; the parameters are those that any trial had, in the order of their first. */
    public static TrialTable of(List<TrialView> trials) {
        Set<String> names = new LinkedHashSet<>();
        trials.forEach(t -> names.addAll(t.params().keySet()));
        double[][] values = new double[names.size()][];
        List<Axis> axes = new ArrayList<>();
        for (String name : names) {
            double[] column = new double[trials.size()];
            List<String> words = words(trials, name);
            Set<Double> distinct = new TreeSet<>();
            for (int i = 0; i < column.length; i++) {
                column[i] = value(trials.get(i).params().get(name), words);
                if (!Double.isNaN(column[i]) && distinct.size() <= HeatMap.MOST_CELLS) {
                    distinct.add(column[i]);
                }
            }
            double min =
                    Arrays.stream(column).filter(v -> !Double.isNaN(v)).min().orElse(0);
            double max =
                    Arrays.stream(column).filter(v -> !Double.isNaN(v)).max().orElse(0);
            List<String> levels = !words.isEmpty()
                    ? words
                    : distinct.size() > HeatMap.MOST_CELLS
                            ? List.of()
                            : distinct.stream().map(d -> Double.toString(d)).toList();
            values[axes.size()] = column;
            axes.add(new Axis(name, min, max, levels, !words.isEmpty()));
        }
        double[] scores = trials.stream()
                .mapToDouble(t -> {
                    Double score = t.score();
                    return t.state() == TrialState.COMPLETE && score != null ? score : Double.NaN;
                })
                .toArray();
        return new TrialTable(
                axes,
                values,
                scores,
                trials.stream().mapToInt(TrialView::number).toArray());
    }

    private static List<String> words(List<TrialView> trials, String name) {
        boolean numbers =
                trials.stream().map(t -> t.params().get(name)).allMatch(v -> v == null || v instanceof Number);
        return numbers
                ? List.of()
                : trials.stream()
                        .map(t -> t.params().get(name))
                        .filter(v -> v != null)
                        .map(Object::toString)
                        .distinct()
                        .sorted()
                        .toList();
    }

    private static double value(@Nullable Object value, List<String> words) {
        if (value == null) {
            return Double.NaN;
        }
        return value instanceof Number n && words.isEmpty() ? n.doubleValue() : words.indexOf(value.toString());
    }

    private static int[] rank(double[] scores) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isNaN(scores[i])) {
                order.add(i);
            }
        }
        order.sort((a, b) -> Double.compare(scores[b], scores[a]));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    static String number(double value, Formats formats) {
        if (value == Math.rint(value)) {
            return formats.number(value, 0);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(4)).stripTrailingZeros();
        return formats.number(rounded.doubleValue(), 0, Math.max(0, rounded.scale()));
    }

    public int size() {
        return scores.length;
    }

    /** How many trials have a score. */
    public int scored() {
        return ranked.length;
    }

    public List<Axis> axes() {
        return axes;
    }

    /** The trial's number in its job, from 1. */
    public int number(int trial) {
        return numbers[trial];
    }

    /** NaN where the trial has none. */
    public double score(int trial) {
        return scores[trial];
    }

    /** NaN where the trial did not have that parameter. */
    public double value(int axis, int trial) {
        return values[axis][trial];
    }

    /** The place of the trial with the {@code rank}-th best score, from 0. */
    public int ranked(int rank) {
        return ranked[rank];
    }

    /** The rank of a trial's score from 0; -1 without a score. */
    public int rankOf(int trial) {
        for (int i = 0; i < ranked.length; i++) {
            if (ranked[i] == trial) {
                return i;
            }
        }
        return -1;
    }

    /** The share of scored trials that are worse, 0..1, by rank. */
    double standing(int rank) {
        return ranked.length < 2 ? 1 : 1 - rank / (double) (ranked.length - 1);
    }

    /** Scores worth drawing: up to the best, down to the fifth percentile, so that few ruinous trials do not flatten all. */
    Scale scoreRange(double pixelAtMin, double pixelAtMax) {
        if (ranked.length == 0) {
            return new Scale(0, 1, pixelAtMin, pixelAtMax);
        }
        double high = scores[ranked[0]];
        int last = ranked.length - 1;
        double low = scores[ranked[ranked.length < 20 ? last : (int) (last * (1 - LOW_PERCENTILE))]];
        double margin = (high - low) * 0.08;
        return new Scale(low - margin, high + margin, pixelAtMin, pixelAtMax);
    }
}
