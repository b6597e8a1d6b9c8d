package studio.desktop.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import studio.desktop.fx.Texts;

/**
 * Every trial's score against one of its parameters. The best trial wears a ring; a score below the fifth percentile
 * stands at the foot as a triangle; one without a score as a cross in a lane of its own. FX thread only.
 */
public final class ScatterChart extends TrialChart {
    private static final double TOP = 10;
    private static final double RIGHT = 12;
    private static final double LANE = 12;
    private static final double FOOT = 34;
    private static final double REACH = 14;

    private final int axis;
    private Scale across = new Scale(0, 1, 0, 1);
    private Scale up = new Scale(0, 1, 1, 0);
    private double lane;

    /** Draws the parameter at that place of the table. */
    public ScatterChart(int axis) {
        super("scatter-chart");
        this.axis = axis;
        setPrefSize(360, 210);
    }

    @Override
    void shown() {
        TrialTable t = table();
        setAccessibleText(
                t.scored() == 0 || axis >= t.axes().size()
                        ? Texts.get("chart.trials.empty")
                        : Texts.get(
                                "chart.scatter.summary",
                                t.axes().get(axis).name(),
                                formats().count(t.scored()),
                                t.axes().get(axis).label(t.value(axis, t.ranked(0)), formats()),
                                score(t.score(t.ranked(0)))));
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        TrialTable t = table();
        if (axis >= t.axes().size()) {
            text(g, text(), TextAlignment.CENTER, Texts.get("chart.trials.empty"), width / 2, height / 2);
            return;
        }
        TrialTable.Axis a = t.axes().get(axis);
        up = t.scoreRange(height - FOOT - LANE, TOP);
        lane = height - FOOT - LANE / 2;
        NumberTicks scores = NumberTicks.between(up.min(), up.max(), (int) Math.max(2, (height - TOP - FOOT) / 34));
        double left = 30;
        for (double value : scores.values()) {
            left = Math.max(left, widthOf(tick(scores, value)) + 12);
        }
        double margin = a.words() ? 0.5 : (a.max() - a.min()) * 0.04;
        across = new Scale(a.min() - margin, a.max() + margin, left, width - RIGHT);
        for (double value : scores.values()) {
            hairline(g, grid(), left, up.pixel(value), width - RIGHT, up.pixel(value));
            text(g, text(), TextAlignment.RIGHT, tick(scores, value), left - 6, up.pixel(value) + 4);
        }
        drawFoot(g, a, left, width, height);
        Cells cells = new Cells(width, height);
        for (int i = 0; i < t.size(); i++) {
            mark(g, i, cells);
        }
        ring(g, t.scored() == 0 ? -1 : t.ranked(0), 1.5);
    }

    private void drawFoot(GraphicsContext g, TrialTable.Axis a, double left, double width, double height) {
        text(g, label(), TextAlignment.CENTER, a.name(), (left + width - RIGHT) / 2, height - 5);
        if (a.words()) {
            for (int i = 0; i < a.levels().size(); i++) {
                text(g, text(), TextAlignment.CENTER, a.levels().get(i), across.pixel(i), height - 20);
            }
            return;
        }
        NumberTicks values = NumberTicks.between(across.min(), across.max(), (int) Math.max(2, (width - left) / 70));
        for (double value : values.values()) {
            text(g, text(), TextAlignment.CENTER, tick(values, value), across.pixel(value), height - 20);
        }
    }

    private void mark(GraphicsContext g, int trial, Cells cells) {
        double x = across.pixel(table().value(axis, trial));
        double y = y(trial);
        if (!cells.take(x, y)) {
            return;
        }
        if (Double.isNaN(table().score(trial))) {
            g.setStroke(warning());
            g.setLineWidth(1.2);
            g.strokeLine(x - 2.5, lane - 2.5, x + 2.5, lane + 2.5);
            g.strokeLine(x - 2.5, lane + 2.5, x + 2.5, lane - 2.5);
        } else if (table().score(trial) < up.min()) {
            g.setFill(dot());
            g.fillPolygon(new double[] {x - 3, x + 3, x}, new double[] {y - 5, y - 5, y}, 3);
        } else {
            g.setFill(dot());
            g.fillOval(x - 2, y - 2, 4, 4);
        }
    }

    private double y(int trial) {
        double score = table().score(trial);
        return Double.isNaN(score) ? lane : up.pixel(Math.max(score, up.min()));
    }

    private void ring(GraphicsContext g, int trial, double thick) {
        if (trial < 0) {
            return;
        }
        double x = across.pixel(table().value(axis, trial));
        g.setStroke(line());
        g.setLineWidth(thick);
        g.strokeOval(x - 5, y(trial) - 5, 10, 10);
    }

    @Override
    void drawPointer(GraphicsContext g, double width, double height) {
        int trial = pointed();
        if (trial < 0 || axis >= table().axes().size() || Double.isNaN(table().value(axis, trial))) {
            return;
        }
        double x = across.pixel(table().value(axis, trial));
        hairline(g, text(), x, TOP, x, height - FOOT);
        ring(g, trial, 2);
        note(g, x, y(trial), width, noteOf(trial, axis));
    }

    @Override
    void point(double x, double y) {
        if (Double.isNaN(x) || axis >= table().axes().size()) {
            pick(-1);
            return;
        }
        int nearest = -1;
        double best = REACH * REACH;
        for (int i = 0; i < table().size(); i++) {
            double dx = across.pixel(table().value(axis, i)) - x;
            double dy = y(i) - y;
            if (dx * dx + dy * dy < best) {
                best = dx * dx + dy * dy;
                nearest = i;
            }
        }
        pick(nearest);
    }
}
