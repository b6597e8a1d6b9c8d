package studio.desktop.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Texts;

/** A chart of a {@link TrialTable}; left and right point at the next better and next worse trial. */
abstract class TrialChart extends ChartCanvas {
    private TrialTable table = TrialTable.empty();
    private Formats formats = Formats.system();
    private TrialPick pick = new TrialPick();

    TrialChart(String styleClass) {
        super(styleClass);
    }

    /** Draws those trials; what is pointed at shows in every chart of the same pick. */
    public final void show(TrialTable trials, TrialPick shared, Formats words) {
        if (shared != pick) {
            pick = shared;
            pick.onChange(this::picked);
        }
        table = trials;
        formats = words;
        shown();
        redraw();
    }

    /** The trials are others now. */
    abstract void shown();

    final TrialTable table() {
        return table;
    }

    final Formats formats() {
        return formats;
    }

    final int pointed() {
        return pick.trial() < table.size() ? pick.trial() : -1;
    }

    private void picked() {
        int trial = pointed();
        setAccessibleHelp(trial < 0 ? null : String.join(", ", noteOf(trial, -1)));
        redrawPointer();
    }

    final void pick(int trial) {
        pick.set(trial);
    }

    final String score(double score) {
        return formats.number(score, 2, score != 0 && Math.abs(score) < 0.1 ? 4 : 2);
    }

    final String tick(NumberTicks ticks, double value) {
        return ticks.label(value, Locale.getDefault(Locale.Category.FORMAT));
    }

    /** What is said of a trial; with all parameters when {@code axis} is negative. */
    final String[] noteOf(int trial, int axis) {
        List<String> lines = new ArrayList<>();
        double score = table.score(trial);
        lines.add(Texts.get("chart.trial.number", formats.count(table.number(trial))));
        lines.add(
                Double.isNaN(score) ? Texts.get("chart.trial.no_score") : Texts.get("chart.trial.score", score(score)));
        for (int i = 0; i < table.axes().size(); i++) {
            if ((axis < 0 || axis == i) && !Double.isNaN(table.value(i, trial))) {
                TrialTable.Axis a = table.axes().get(i);
                lines.add(a.name() + " " + a.label(table.value(i, trial), formats));
            }
        }
        return lines.toArray(String[]::new);
    }

    @Override
    final void pointNext(int direction) {
        if (table.scored() == 0) {
            return;
        }
        int trial = pointed();
        int rank = trial < 0 ? -1 : table.rankOf(trial);
        // To the left lie the worse ones, as on an axis of scores.
        int next = rank < 0 ? 0 : Math.floorMod(rank - direction, table.scored());
        pick(table.ranked(next));
    }
}
