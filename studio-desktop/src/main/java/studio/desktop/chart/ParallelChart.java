package studio.desktop.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.desktop.fx.Texts;

/**
 * Each trial as a line through its parameters to its score. The best tenth is drawn strong and last, the very best thick
 * with a dot on every axis; of many trials the best and an even sample of the rest are drawn, and the heading says so. FX
 * thread only.
 */
public final class ParallelChart extends TrialChart {
    static final int MOST_LINES = 800;
    private static final double BEST_SHARE = 0.1;
    private static final double TOP = 44;
    private static final double FOOT = 24;
    private static final double SIDE = 64;
    private static final double REACH = 12;

    private List<Integer> drawn = List.of();
    private List<Scale> scales = List.of();

    public ParallelChart() {
        super("parallel-chart");
        setPrefSize(900, 320);
    }

    @Override
    void shown() {
        TrialTable t = table();
        drawn = chosen(t);
        setAccessibleText(
                t.scored() == 0
                        ? Texts.get("chart.trials.empty")
                        : Texts.get(
                                "chart.parallel.summary",
                                formats().count(drawn.size()),
                                formats().count(t.scored()),
                                String.join(", ", noteOf(t.ranked(0), -1))));
    }

    /** Worst first, so that the best are painted over the others. */
    static List<Integer> chosen(TrialTable t) {
        List<Integer> chosen = new ArrayList<>();
        int best = Math.min(t.scored(), MOST_LINES / 2);
        for (int rank = 0; rank < best; rank++) {
            chosen.add(t.ranked(rank));
        }
        int rest = t.scored() - best;
        int wanted = Math.min(rest, MOST_LINES - best);
        for (int i = 0; i < wanted; i++) {
            chosen.add(t.ranked(best + (int) ((long) i * rest / wanted)));
        }
        java.util.Collections.reverse(chosen);
        return chosen;
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        TrialTable t = table();
        if (t.scored() == 0) {
            text(g, text(), TextAlignment.CENTER, Texts.get("chart.trials.empty"), width / 2, height / 2);
            return;
        }
        scales = new ArrayList<>();
        for (TrialTable.Axis a : t.axes()) {
            scales.add(new Scale(a.min(), a.max(), height - FOOT, TOP));
        }
        scales.add(t.scoreRange(height - FOOT, TOP));
        int strong = (int) Math.ceil(t.scored() * BEST_SHARE);
        double edge = t.score(t.ranked(Math.max(0, strong - 1)));
        g.setLineWidth(1);
        g.setStroke(faint(dot(), 0.28));
        for (int trial : drawn) {
            if (t.score(trial) < edge) {
                trace(g, trial, width);
            }
        }
        g.setStroke(faint(line(), 0.65));
        g.setLineWidth(1.4);
        for (int trial : drawn) {
            if (t.score(trial) >= edge) {
                trace(g, trial, width);
            }
        }
        drawAxes(g, width, height);
        strong(g, t.ranked(0), width);
        text(
                g,
                text(),
                TextAlignment.LEFT,
                Texts.get(
                        "chart.parallel.heading",
                        formats().count(drawn.size()),
                        formats().count(t.scored())),
                6,
                14);
    }

    private static Color faint(Color color, double opacity) {
        return color.deriveColor(0, 1, 1, opacity);
    }

    private void drawAxes(GraphicsContext g, double width, double height) {
        TrialTable t = table();
        for (int i = 0; i < scales.size(); i++) {
            double x = x(i, width);
            hairline(g, text(), x, TOP, x, height - FOOT);
            boolean isScore = i == t.axes().size();
            String name =
                    isScore ? Texts.get("chart.score.score") : t.axes().get(i).name();
            // Names of neighbours would run into each other on one line.
            text(g, label(), TextAlignment.CENTER, name, x, i % 2 == 0 ? TOP - 6 : TOP - 18);
            Scale scale = scales.get(i);
            String low = isScore
                    ? score(scale.min())
                    : t.axes().get(i).label(t.axes().get(i).min(), formats());
            String high = isScore
                    ? score(scale.max())
                    : t.axes().get(i).label(t.axes().get(i).max(), formats());
            text(g, text(), TextAlignment.CENTER, low, x, height - 8);
            text(g, text(), TextAlignment.LEFT, high, x + 4, TOP + 10);
        }
    }

    private double x(int axis, double width) {
        int gaps = Math.max(1, table().axes().size());
        return SIDE + axis * (width - 2 * SIDE) / gaps;
    }

    private double y(int axis, int trial) {
        boolean isScore = axis == table().axes().size();
        double value = isScore ? table().score(trial) : table().value(axis, trial);
        Scale scale = scales.get(axis);
        return Double.isNaN(value) ? Double.NaN : scale.pixel(Math.max(scale.min(), Math.min(scale.max(), value)));
    }

    private void trace(GraphicsContext g, int trial, double width) {
        g.beginPath();
        boolean begun = false;
        for (int i = 0; i < scales.size(); i++) {
            double y = y(i, trial);
            if (Double.isNaN(y)) {
                continue;
            }
            if (begun) {
                g.lineTo(x(i, width), y);
            } else {
                g.moveTo(x(i, width), y);
                begun = true;
            }
        }
        g.stroke();
    }

    private void strong(GraphicsContext g, int trial, double width) {
        g.setStroke(line());
        g.setLineWidth(2.5);
        trace(g, trial, width);
        g.setFill(line());
        for (int i = 0; i < scales.size(); i++) {
            g.fillOval(x(i, width) - 3.5, y(i, trial) - 3.5, 7, 7);
        }
    }

    @Override
    void drawPointer(GraphicsContext g, double width, double height) {
        int trial = pointed();
        if (trial >= 0 && !scales.isEmpty() && !Double.isNaN(table().score(trial))) {
            g.setStroke(label());
            g.setLineWidth(2.5);
            trace(g, trial, width);
            note(g, x(scales.size() - 1, width), y(scales.size() - 1, trial), width, noteOf(trial, -1));
        }
    }

    @Override
    void point(double x, double y) {
        if (Double.isNaN(x) || scales.isEmpty()) {
            pick(-1);
            return;
        }
        double width = Math.floor(getWidth());
        double place =
                (x - SIDE) / ((width - 2 * SIDE) / Math.max(1, table().axes().size()));
        int from = Math.max(0, Math.min(scales.size() - 2, (int) Math.floor(place)));
        double part = Math.max(0, Math.min(1, place - from));
        int nearest = -1;
        double best = REACH;
        for (int trial : drawn) {
            double at = y(from, trial) * (1 - part) + y(from + 1, trial) * part;
            if (Math.abs(at - y) <= best) {
                best = Math.abs(at - y);
                nearest = trial;
            }
        }
        pick(nearest);
    }
}
