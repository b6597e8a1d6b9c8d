package studio.desktop.chart;

import java.util.Locale;
import java.util.OptionalInt;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.model.job.TrialState;

/**
 * Every trial's score as a dot, the best so far as a line, and what luck alone would have reached as a dashed one. A
 * trial without a score stands in a lane of its own at the foot: infeasible as a cross, failed as a filled triangle. FX
 * thread only.
 */
public final class ScoreChart extends ChartCanvas {
    private static final double TOP = 24;
    private static final double RIGHT = 12;
    private static final double LANE = 14;
    private static final double FOOT = 20;

    private ScoreSeries series = new ScoreSeries();
    private ScoreTexts texts = ScoreTexts.english();
    private int expectedTrials;
    private int pointed = -1;
    private Plot plot = Plot.none();

    public ScoreChart() {
        super("score-chart");
        describe();
    }

    /** Draws that series from now on; call {@link #changed} after appending to it. */
    public void setSeries(ScoreSeries series) {
        this.series = series;
        this.pointed = -1;
        changed();
    }

    /** The words of legend, note and accessible text. */
    public void setTexts(ScoreTexts texts) {
        this.texts = texts;
        changed();
    }

    /** How many trials there will be; see {@link ScoreSeries#axisEnd}. 0 when unknown. */
    public void setExpectedTrials(int expectedTrials) {
        this.expectedTrials = expectedTrials;
        redraw();
    }

    /** To be called after the series has grown. */
    public void changed() {
        describe();
        redraw();
    }

    private void describe() {
        setAccessibleText(texts.describe(series));
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        Scale scores = series.range(height - FOOT - LANE, TOP);
        NumberTicks ticks =
                NumberTicks.between(scores.min(), scores.max(), (int) Math.max(2, (height - TOP - FOOT - LANE) / 34));
        double left = 10;
        for (double tick : ticks.values()) {
            left = Math.max(left, widthOf(ticks.label(tick, Locale.getDefault())) + 12);
        }
        int last = series.axisEnd(expectedTrials);
        Scale trials = new Scale(0, Math.max(1, last), left, width - RIGHT);
        plot = new Plot(trials, scores, height - FOOT - LANE / 2);

        for (double tick : ticks.values()) {
            double y = scores.pixel(tick);
            hairline(g, grid(), left, y, width - RIGHT, y);
            text(g, text(), TextAlignment.RIGHT, ticks.label(tick, Locale.getDefault()), left - 6, y + 4);
        }
        NumberTicks steps = NumberTicks.between(0, last, (int) Math.max(2, (width - left) / 80));
        for (double step : steps.values()) {
            if (step == Math.rint(step)) {
                String label = steps.label(step, Locale.getDefault());
                double middle = Math.min(trials.pixel(step), width - 2 - widthOf(label) / 2);
                text(g, text(), TextAlignment.CENTER, label, middle, height - 6);
            }
        }
        drawLuck(g, trials, scores);
        drawTrials(g, width, height);
        drawBest(g);
        drawLegend(g, left, width);
    }

    /** Dashed, so that it differs from the best by more than colour; cut where it would leave the plot. */
    private void drawLuck(GraphicsContext g, Scale trials, Scale scores) {
        LuckLine luck = series.luck();
        if (luck.size() < 2) {
            return;
        }
        double[] xs = new double[luck.size()];
        double[] ys = new double[luck.size()];
        for (int i = 0; i < luck.size(); i++) {
            xs[i] = trials.pixel(luck.trials(i));
            ys[i] = scores.pixel(luck.score(i));
        }
        double left = trials.pixelAtMin();
        double top = scores.pixelAtMax();
        g.save();
        g.beginPath();
        g.rect(left, top, trials.pixelAtMax() - left, scores.pixelAtMin() - top);
        g.clip();
        g.setStroke(warning());
        g.setLineWidth(1.5);
        g.setLineDashes(5, 4);
        g.strokePolyline(xs, ys, xs.length);
        g.restore();
    }

    private void drawTrials(GraphicsContext g, double width, double height) {
        // One mark per cell of two pixels is all that can be seen; the rest need not be painted.
        boolean[] taken = new boolean[((int) width / 2 + 2) * ((int) height / 2 + 2)];
        int columns = (int) width / 2 + 2;
        for (int i = 0; i < series.size(); i++) {
            double x = plot.trials.pixel(series.number(i));
            double y = plot.y(series, i);
            int cell = (int) (x / 2) + (int) Math.max(0, y / 2) * columns;
            if (cell >= taken.length || taken[cell]) {
                continue;
            }
            taken[cell] = true;
            mark(g, i, x, y);
        }
    }

    private void mark(GraphicsContext g, int index, double x, double y) {
        if (series.state(index) == TrialState.INFEASIBLE) {
            cross(g, warning(), x, y);
        } else if (series.state(index) == TrialState.FAILED) {
            triangle(g, loss(), x, y, -3.5);
        } else if (series.score(index) < plot.scores.min()) {
            triangle(g, dot(), x, y, 3.5);
        } else {
            g.setFill(dot());
            g.fillOval(x - 2, y - 2, 4, 4);
        }
    }

    private void drawBest(GraphicsContext g) {
        g.setStroke(line());
        g.setLineWidth(2);
        g.beginPath();
        double before = Double.NaN;
        for (int i = 0; i < series.size(); i++) {
            double best = series.best(i);
            if (Double.isNaN(best) || best == before) {
                continue;
            }
            double x = plot.trials.pixel(series.number(i));
            if (Double.isNaN(before)) {
                g.moveTo(x, plot.scores.pixel(Math.max(best, plot.scores.min())));
            } else {
                g.lineTo(x, plot.scores.pixel(Math.max(before, plot.scores.min())));
                g.lineTo(x, plot.scores.pixel(Math.max(best, plot.scores.min())));
            }
            before = best;
        }
        if (!Double.isNaN(before)) {
            g.lineTo(plot.trials.pixel(series.number(series.size() - 1)), plot.scores.pixel(before));
        }
        g.stroke();
    }

    private void drawLegend(GraphicsContext g, double left, double width) {
        double x = left + 4;
        double y = 11;
        g.setFill(dot());
        g.fillOval(x - 2.5, y - 2.5, 5, 5);
        x = legendText(g, texts.trial(), x);
        g.setStroke(line());
        g.setLineWidth(2);
        g.strokeLine(x - 5, y, x + 5, y);
        x = legendText(g, texts.best(), x + 4);
        if (!series.luck().isEmpty()) {
            g.setStroke(warning());
            g.setLineDashes(5, 4);
            g.strokeLine(x - 6, y, x + 8, y);
            g.setLineDashes();
            x = legendText(g, texts.luck(), x + 6);
        }
        if (series.infeasible() > 0 && x < width - 90) {
            cross(g, warning(), x, y);
            x = legendText(g, texts.infeasible(), x);
        }
        if (series.failed() > 0 && x < width - 60) {
            triangle(g, loss(), x, y, -3.5);
            legendText(g, texts.failed(), x);
        }
    }

    private double legendText(GraphicsContext g, String words, double x) {
        text(g, text(), TextAlignment.LEFT, words, x + 8, 15);
        return x + 8 + widthOf(words) + 20;
    }

    private static void cross(GraphicsContext g, Color color, double x, double y) {
        g.setStroke(color);
        g.setLineWidth(1.3);
        g.strokeLine(x - 2.5, y - 2.5, x + 2.5, y + 2.5);
        g.strokeLine(x - 2.5, y + 2.5, x + 2.5, y - 2.5);
    }

    private static void triangle(GraphicsContext g, Color color, double x, double y, double size) {
        g.setFill(color);
        g.fillPolygon(new double[] {x - size, x + size, x}, new double[] {y - size * 0.8, y - size * 0.8, y + size}, 3);
    }

    @Override
    void drawPointer(GraphicsContext g, double width, double height) {
        if (pointed < 0 || pointed >= series.size()) {
            return;
        }
        double x = plot.trials.pixel(series.number(pointed));
        double y = plot.y(series, pointed);
        hairline(g, text(), x, TOP, x, height - FOOT);
        g.setStroke(line());
        g.setLineWidth(1.5);
        g.strokeOval(x - 4.5, y - 4.5, 9, 9);
        note(g, x, y, width, texts.note(series, pointed));
    }

    @Override
    void point(double x, double y) {
        OptionalInt nearest = Double.isNaN(x) ? OptionalInt.empty() : series.nearest(plot.trials.value(x));
        show(nearest.orElse(-1));
    }

    @Override
    void pointNext(int direction) {
        if (series.size() > 0) {
            show(pointed < 0 ? series.size() - 1 : Math.floorMod(pointed + direction, series.size()));
        }
    }

    private void show(int index) {
        pointed = index;
        setAccessibleHelp(index < 0 ? null : String.join(", ", texts.note(series, index)));
        redrawPointer();
    }

    /** Where things are, as last drawn. */
    private record Plot(Scale trials, Scale scores, double lane) {

        static Plot none() {
            return new Plot(new Scale(0, 1, 0, 1), new Scale(0, 1, 0, 1), 0);
        }

        double y(ScoreSeries series, int index) {
            double score = series.score(index);
            return Double.isNaN(score) ? lane : scores.pixel(Math.max(score, scores.min()));
        }
    }
}
