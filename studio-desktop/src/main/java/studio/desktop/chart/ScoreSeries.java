package studio.desktop.chart;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import studio.model.job.TrialState;
import studio.model.job.TrialView;

/** The trials of one job in their order, with the best score so far beside each. Grows only; not thread-safe. */
public final class ScoreSeries {
    private LuckLine luck = LuckLine.NONE;
    private int size;
    private int infeasible;
    private int failed;
    private double low = Double.NaN;
    private int lowMeasuredAt;
    private int[] numbers = new int[256];
    private double[] scores = new double[256];
    private double[] best = new double[256];
    private TrialState[] states = new TrialState[256];

    /** Appends a trial; one whose number is not above the last one's is already here and is left out. */
    public boolean add(TrialView trial) {
        if (size > 0 && trial.number() <= numbers[size - 1]) {
            return false;
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
            scores = Arrays.copyOf(scores, size * 2);
            best = Arrays.copyOf(best, size * 2);
            states = Arrays.copyOf(states, size * 2);
        }
        Double given = trial.score();
        double score = trial.state() == TrialState.COMPLETE && given != null ? given : Double.NaN;
        double before = size == 0 ? Double.NaN : best[size - 1];
        numbers[size] = trial.number();
        scores[size] = score;
        best[size] = Double.isNaN(before) || score > before ? score : before;
        states[size] = trial.state();
        infeasible += trial.state() == TrialState.INFEASIBLE ? 1 : 0;
        failed += trial.state() == TrialState.FAILED ? 1 : 0;
        size++;
        return true;
    }

    /** What luck alone would have reached by each trial, to be drawn beside the best. */
    public void setLuck(LuckLine line) {
        luck = line;
    }

    LuckLine luck() {
        return luck;
    }

    public int size() {
        return size;
    }

    public int infeasible() {
        return infeasible;
    }

    public int failed() {
        return failed;
    }

    /** Number of the trial at that place, from 1. */
    public int number(int index) {
        return numbers[index];
    }

    /** The score at that place; NaN where the trial had none. */
    public double score(int index) {
        return scores[index];
    }

    /** The best score up to and with that place; NaN before the first. */
    public double best(int index) {
        return best[index];
    }

    public TrialState state(int index) {
        return states[index];
    }

    /** The best score of all; empty before the first. */
    public OptionalDouble best() {
        return size == 0 || Double.isNaN(best[size - 1]) ? OptionalDouble.empty() : OptionalDouble.of(best[size - 1]);
    }

    /** Number of the trial that reached the best score first. */
    public OptionalInt bestNumber() {
        for (int i = 0; i < size; i++) {
            if (!Double.isNaN(scores[i]) && scores[i] == best[size - 1]) {
                return OptionalInt.of(numbers[i]);
            }
        }
        return OptionalInt.empty();
    }

    /** The place of the trial whose number is nearest; empty while there is none. */
    public OptionalInt nearest(double number) {
        if (size == 0) {
            return OptionalInt.empty();
        }
        int at = Arrays.binarySearch(numbers, 0, size, (int) Math.round(number));
        if (at >= 0) {
            return OptionalInt.of(at);
        }
        int after = Math.min(size - 1, -at - 1);
        int before = Math.max(0, after - 1);
        return OptionalInt.of(number - numbers[before] <= numbers[after] - number ? before : after);
    }

    /**
     * The number of trials that the axis should reach: those that are expected, so that it stays as it is while the
     * series grows into it; but while less than a twentieth is there, a power of two that is at least twice what is, so
     * that trials can be told from each other.
     */
    int axisEnd(int expected) {
        int reached = Math.max(10, size == 0 ? 0 : numbers[size - 1]);
        if (expected / 20 <= reached) {
            return Math.max(expected, reached);
        }
        return 4 * Integer.highestOneBit(reached);
    }

    /**
     * The range of scores worth drawing: up to the best, down to the fifth percentile, so that a few ruinous trials do
     * not press all others into one line. Without scores it is 0..1.
     */
    Scale range(double pixelAtMin, double pixelAtMax) {
        double high = best().orElse(Double.NaN);
        if (Double.isNaN(high)) {
            return new Scale(0, 1, pixelAtMin, pixelAtMax);
        }
        // Sorting is the costly part of a redraw; the percentile hardly moves while the series grows by a fiftieth.
        if (size > lowMeasuredAt + lowMeasuredAt / 50) {
            double[] sorted = Arrays.stream(scores, 0, size)
                    .filter(s -> !Double.isNaN(s))
                    .sorted()
                    .toArray();
            low = sorted.length < 20 ? sorted[0] : sorted[sorted.length / 20];
            lowMeasuredAt = size;
        }
        double reached = luck.isEmpty() ? high : Math.max(high, luck.at(numbers[size - 1]));
        double margin = (reached - low) * 0.08;
        return new Scale(low - margin, reached + margin, pixelAtMin, pixelAtMax);
    }
}
