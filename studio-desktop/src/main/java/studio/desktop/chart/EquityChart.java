package studio.desktop.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Equity as an area, its drawdown hanging from zero below it, on one time axis in the local zone. FX thread only. */
public final class EquityChart extends ChartCanvas {
    private static final double TOP = 24;
    private static final double RIGHT = 12;
    private static final double FOOT = 20;
    private static final double BETWEEN = 14;
    private static final double DRAWDOWN_SHARE = 0.3;

    private EquitySeries series = EquitySeries.of(List.of());
    private EquityTexts texts = EquityTexts.english();
    private ZoneId zone = ZoneId.systemDefault();
    private int pointed = -1;
    private Plot plot = Plot.none();

    public EquityChart() {
        super("equity-chart");
        describe();
    }

    /** Draws that series in that zone's time. */
    public void setSeries(EquitySeries series, ZoneId zone) {
        this.series = series;
        this.zone = zone;
        this.pointed = -1;
        describe();
        redraw();
    }

    /** The words of legend, note and accessible text. */
    public void setTexts(EquityTexts texts) {
        this.texts = texts;
        describe();
        redraw();
    }

    private void describe() {
        setAccessibleText(texts.describe(series, zone));
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        if (!series.isDrawable()) {
            text(g, text(), TextAlignment.CENTER, texts.empty(), width / 2, height / 2);
            return;
        }
        double body = height - TOP - FOOT - BETWEEN;
        double split = TOP + body * (1 - DRAWDOWN_SHARE);
        Scale equity = series.range(split, TOP);
        double deepest =
                series.deepest().isPresent() ? series.drawdown(series.deepest().getAsInt()) : 1;
        Scale drawdown = new Scale(0, deepest * 1.1, split + BETWEEN, height - FOOT);
        NumberTicks equityTicks =
                NumberTicks.between(equity.min(), equity.max(), (int) Math.max(2, (split - TOP) / 34));
        NumberTicks drawdownTicks = NumberTicks.between(0, drawdown.max(), 3);
        double left = 10;
        for (double tick : equityTicks.values()) {
            left = Math.max(left, widthOf(equityTicks.label(tick, Locale.getDefault())) + 12);
        }
        for (double tick : drawdownTicks.values()) {
            left = Math.max(left, widthOf("−" + drawdownTicks.label(tick, Locale.getDefault()) + " %") + 12);
        }
        Scale time = new Scale(series.millis(0), series.millis(series.size() - 1), left, width - RIGHT);
        plot = new Plot(time, equity, drawdown);
        drawGrid(g, width, height, left, equityTicks, drawdownTicks);
        area(g, line(), equity, split, true);
        area(g, loss(), drawdown, drawdown.pixel(0), false);
        drawLegend(g, left);
    }

    private void drawGrid(
            GraphicsContext g, double width, double height, double left, NumberTicks equity, NumberTicks drawdown) {
        for (double tick : equity.values()) {
            double y = plot.equity.pixel(tick);
            hairline(g, grid(), left, y, width - RIGHT, y);
            text(g, text(), TextAlignment.RIGHT, equity.label(tick, Locale.getDefault()), left - 6, y + 4);
        }
        for (double tick : drawdown.values()) {
            double y = plot.drawdown.pixel(tick);
            String sign = tick == 0 ? "" : "−";
            hairline(g, grid(), left, y, width - RIGHT, y);
            text(
                    g,
                    text(),
                    TextAlignment.RIGHT,
                    sign + drawdown.label(tick, Locale.getDefault()) + " %",
                    left - 6,
                    y + 4);
        }
        Instant from = series.time(0);
        Instant to = series.time(series.size() - 1);
        for (TimeTicks.Tick tick : TimeTicks.between(
                        from, to, (int) Math.max(2, (width - left) / 80), zone, Locale.getDefault())
                .ticks()) {
            double x = plot.time.pixel(tick.time().toEpochMilli());
            double half = widthOf(tick.label()) / 2;
            if (x - half >= 0 && x + half <= width) {
                text(g, text(), TextAlignment.CENTER, tick.label(), x, height - 6);
            }
        }
    }

    private void area(GraphicsContext g, Color color, Scale scale, double base, boolean equity) {
        int n = series.size();
        double[] xs = new double[n + 2];
        double[] ys = new double[n + 2];
        for (int i = 0; i < n; i++) {
            xs[i] = plot.time.pixel(series.millis(i));
            ys[i] = scale.pixel(equity ? series.equity(i) : series.drawdown(i));
        }
        xs[n] = xs[n - 1];
        ys[n] = base;
        xs[n + 1] = xs[0];
        ys[n + 1] = base;
        g.setFill(color.deriveColor(0, 1, 1, 0.16));
        g.fillPolygon(xs, ys, n + 2);
        g.setStroke(color);
        g.setLineWidth(1.5);
        g.strokePolyline(xs, ys, n);
    }

    private void drawLegend(GraphicsContext g, double left) {
        double x = left + 4;
        g.setStroke(line());
        g.setLineWidth(2);
        g.strokeLine(x, 11, x + 12, 11);
        text(g, text(), TextAlignment.LEFT, texts.equity(), x + 18, 15);
        double next = x + 18 + widthOf(texts.equity()) + 18;
        g.setStroke(loss());
        g.strokeLine(next, 11, next + 12, 11);
        text(g, text(), TextAlignment.LEFT, texts.drawdown(), next + 18, 15);
    }

    @Override
    void drawPointer(GraphicsContext g, double width, double height) {
        if (pointed < 0 || !series.isDrawable()) {
            return;
        }
        double x = plot.time.pixel(series.millis(pointed));
        double y = plot.equity.pixel(series.equity(pointed));
        hairline(g, text(), x, TOP, x, height - FOOT);
        g.setFill(line());
        g.fillOval(x - 3, y - 3, 6, 6);
        g.setFill(loss());
        g.fillOval(x - 3, plot.drawdown.pixel(series.drawdown(pointed)) - 3, 6, 6);
        note(g, x, y, width, texts.note(series, pointed, zone));
    }

    @Override
    void point(double x, double y) {
        show(Double.isNaN(x) || !series.isDrawable() ? -1 : series.nearest(plot.time.value(x)));
    }

    @Override
    void pointNext(int direction) {
        if (series.isDrawable()) {
            show(pointed < 0 ? series.size() - 1 : Math.floorMod(pointed + direction, series.size()));
        }
    }

    private void show(int index) {
        pointed = index;
        setAccessibleHelp(index < 0 ? null : String.join(", ", texts.note(series, index, zone)));
        redrawPointer();
    }

    /** Where things are, as last drawn. */
    private record Plot(Scale time, Scale equity, Scale drawdown) {

        static Plot none() {
            Scale unit = new Scale(0, 1, 0, 1);
            return new Plot(unit, unit, unit);
        }
    }
}
