package studio.desktop.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Texts;

/**
 * Up to five equity curves as percent of their start. They differ by colour, by dashes, and by the letter at their end.
 * FX thread only.
 */
public final class CurvesChart extends ChartCanvas {
    private static final double[][] DASHES = {{}, {8, 4}, {2, 4}, {10, 3, 2, 3}, {4, 2}};
    private static final double TOP = 12;
    private static final double RIGHT = 62;
    private static final double FOOT = 22;

    private List<Curve> curves = List.of();
    private Formats formats = Formats.system();
    private Scale times = new Scale(0, 1, 0, 1);
    private Scale percents = new Scale(0, 1, 1, 0);
    private double pointed = Double.NaN;

    public CurvesChart() {
        super("curves-chart");
        setPrefSize(900, 300);
    }

    /** The letter that stands for the curve at that place. */
    public static String letter(int index) {
        return String.valueOf((char) ('A' + index));
    }

    /** Draws these curves, at most five, in the order of their letters. */
    public void show(List<Curve> wanted, Formats words) {
        curves = List.copyOf(wanted);
        formats = words;
        pointed = Double.NaN;
        List<String> ends = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            Curve c = curves.get(i);
            if (c.size() > 0) {
                ends.add(letter(i) + " " + c.name() + " " + percent(c.percent(c.size() - 1)));
            }
        }
        setAccessibleText(
                ends.isEmpty()
                        ? Texts.get("chart.equity.empty")
                        : Texts.get("chart.curves.summary", String.join("; ", ends)));
        redraw();
    }

    private String percent(double value) {
        return (value > 0 ? "+" : "") + formats.percent(value, 2);
    }

    private Color color(int index) {
        return switch (index) {
            case 0 -> line();
            case 1 -> gain();
            case 2 -> warning();
            case 3 -> loss();
            default -> label();
        };
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Curve c : curves) {
            for (int i = 0; i < c.size(); i++) {
                low = Math.min(low, c.percent(i));
                high = Math.max(high, c.percent(i));
            }
            if (c.size() > 0) {
                first = Math.min(first, c.time(0));
                last = Math.max(last, c.time(c.size() - 1));
            }
        }
        if (low > high || last <= first) {
            text(g, text(), TextAlignment.CENTER, Texts.get("chart.equity.empty"), width / 2, height / 2);
            return;
        }
        double margin = Math.max(0.5, (high - low) * 0.06);
        percents = new Scale(low - margin, high + margin, height - FOOT, TOP);
        NumberTicks ticks = NumberTicks.between(percents.min(), percents.max(), (int) Math.max(2, height / 40));
        double left = 30;
        for (double tick : ticks.values()) {
            left = Math.max(left, widthOf(ticks.label(tick, Locale.getDefault()) + " %") + 12);
        }
        times = new Scale(first, last, left, width - RIGHT);
        for (double tick : ticks.values()) {
            double y = percents.pixel(tick);
            hairline(g, tick == 0 ? text() : grid(), left, y, width - RIGHT, y);
            String words = ticks.label(tick, Locale.getDefault()) + " %";
            text(g, text(), TextAlignment.RIGHT, words, left - 6, y + 4);
        }
        for (TimeTicks.Tick tick : TimeTicks.between(
                        Instant.ofEpochMilli(first),
                        Instant.ofEpochMilli(last),
                        (int) Math.max(2, (width - left) / 90),
                        formats.zone(),
                        formats.locale())
                .ticks()) {
            text(
                    g,
                    text(),
                    TextAlignment.CENTER,
                    tick.label(),
                    times.pixel(tick.time().toEpochMilli()),
                    height - 6);
        }
        for (int i = 0; i < curves.size(); i++) {
            curve(g, i);
        }
    }

    private void curve(GraphicsContext g, int index) {
        Curve c = curves.get(index);
        if (c.size() == 0) {
            return;
        }
        double[] xs = new double[c.size()];
        double[] ys = new double[c.size()];
        for (int i = 0; i < c.size(); i++) {
            xs[i] = times.pixel(c.time(i));
            ys[i] = percents.pixel(c.percent(i));
        }
        g.setStroke(color(index));
        g.setLineWidth(2);
        g.setLineDashes(DASHES[index % DASHES.length]);
        g.strokePolyline(xs, ys, xs.length);
        g.setLineDashes();
        // Beside each other, so that curves that end alike keep their letters apart.
        double end = xs[xs.length - 1] + 5 + index * 11;
        text(g, color(index), TextAlignment.LEFT, letter(index), end, ys[ys.length - 1] + 4);
    }

    @Override
    void drawPointer(GraphicsContext g, double width, double height) {
        if (Double.isNaN(pointed) || curves.isEmpty()) {
            return;
        }
        double x = times.pixel(pointed);
        hairline(g, text(), x, TOP, x, height - FOOT);
        note(g, x, height / 2, width, words().toArray(String[]::new));
    }

    private List<String> words() {
        List<String> lines = new ArrayList<>();
        Instant time = Instant.ofEpochMilli((long) pointed);
        lines.add(formats.dateTime(time));
        lines.add(formats.utc(time));
        for (int i = 0; i < curves.size(); i++) {
            double at = curves.get(i).at(pointed);
            lines.add(letter(i) + " " + (Double.isNaN(at) ? "–" : percent(at)));
        }
        return lines;
    }

    @Override
    void point(double x, double y) {
        at(Double.isNaN(x) || x < times.pixelAtMin() || x > times.pixelAtMax() ? Double.NaN : times.value(x));
    }

    @Override
    void pointNext(int direction) {
        double step = (times.max() - times.min()) / 50;
        double next = Double.isNaN(pointed) ? times.max() : pointed + direction * step;
        at(Math.max(times.min(), Math.min(times.max(), next)));
    }

    private void at(double time) {
        pointed = time;
        setAccessibleHelp(Double.isNaN(time) || curves.isEmpty() ? null : String.join(", ", words()));
        redrawPointer();
    }
}
