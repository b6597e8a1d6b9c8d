package studio.desktop.chart;

import java.util.List;
import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Texts;

/**
 * In-sample against out-of-sample scores, window by window: the first as an outline, the second filled, so that they
 * differ by more than colour. FX thread only.
 */
public final class WindowChart extends ChartCanvas {
    private static final double TOP = 26;
    private static final double RIGHT = 12;
    private static final double FOOT = 22;
    private static final double WIDEST = 34;

    private List<WindowBars> windows = List.of();
    private Formats formats = Formats.system();
    private Scale up = new Scale(0, 1, 1, 0);
    private double left = 40;
    private int pointed = -1;

    public WindowChart() {
        super("window-chart");
        setPrefSize(900, 240);
    }

    /** Draws these windows in their order. */
    public void show(List<WindowBars> bars, Formats words) {
        windows = List.copyOf(bars);
        formats = words;
        pointed = -1;
        long lower = windows.stream()
                .filter(w -> w.inSample() != null && w.outOfSample() != null && w.outOfSample() < w.inSample())
                .count();
        setAccessibleText(
                windows.isEmpty()
                        ? Texts.get("chart.windows.empty")
                        : Texts.get("chart.windows.summary", formats.count(windows.size()), formats.count(lower)));
        redraw();
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        if (windows.isEmpty()) {
            text(g, text(), TextAlignment.CENTER, Texts.get("chart.windows.empty"), width / 2, height / 2);
            return;
        }
        double low = 0;
        double high = 0;
        for (WindowBars w : windows) {
            for (Double value : new Double[] {w.inSample(), w.outOfSample()}) {
                low = value == null ? low : Math.min(low, value);
                high = value == null ? high : Math.max(high, value);
            }
        }
        double margin = (high - low) * 0.06;
        up = new Scale(low < 0 ? low - margin : 0, high > 0 ? high + margin : 0, height - FOOT, TOP);
        NumberTicks ticks = NumberTicks.between(up.min(), up.max(), (int) Math.max(2, (height - TOP - FOOT) / 34));
        left = 30;
        for (double value : ticks.values()) {
            left = Math.max(left, widthOf(ticks.label(value, Locale.getDefault())) + 12);
        }
        for (double value : ticks.values()) {
            hairline(g, grid(), left, up.pixel(value), width - RIGHT, up.pixel(value));
            text(
                    g,
                    text(),
                    TextAlignment.RIGHT,
                    ticks.label(value, Locale.getDefault()),
                    left - 6,
                    up.pixel(value) + 4);
        }
        hairline(g, text(), left, up.pixel(0), width - RIGHT, up.pixel(0));
        double slot = slot(width);
        double bar = Math.max(2, Math.min(WIDEST, slot * 0.34));
        double free = 0;
        for (int i = 0; i < windows.size(); i++) {
            double middle = left + (i + 0.5) * slot;
            bar(g, windows.get(i).inSample(), middle - bar - 1, bar, false);
            bar(g, windows.get(i).outOfSample(), middle + 1, bar, true);
            String name = windows.get(i).number();
            if (middle - widthOf(name) / 2 > free) {
                text(g, text(), TextAlignment.CENTER, name, middle, height - 6);
                free = middle + widthOf(name) / 2 + 6;
            }
        }
        drawLegend(g);
    }

    private double slot(double width) {
        return (width - RIGHT - left) / Math.max(1, windows.size());
    }

    private void bar(GraphicsContext g, @Nullable Double value, double x, double width, boolean filled) {
        if (value == null) {
            text(g, text(), TextAlignment.CENTER, "–", x + width / 2, up.pixel(0) - 4);
            return;
        }
        double top = Math.min(up.pixel(value), up.pixel(0));
        double tall = Math.max(1, Math.abs(up.pixel(value) - up.pixel(0)));
        if (filled) {
            g.setFill(value < 0 ? loss() : line());
            g.fillRect(x, top, width, tall);
        } else {
            g.setStroke(dot());
            g.setLineWidth(1.5);
            g.strokeRect(x + 0.75, top + 0.75, width - 1.5, Math.max(1, tall - 1.5));
        }
    }

    private void drawLegend(GraphicsContext g) {
        double x = left + 4;
        g.setStroke(dot());
        g.setLineWidth(1.5);
        g.strokeRect(x, 6, 10, 10);
        text(g, text(), TextAlignment.LEFT, Texts.get("chart.windows.in"), x + 16, 15);
        double next = x + 16 + widthOf(Texts.get("chart.windows.in")) + 18;
        g.setFill(line());
        g.fillRect(next, 6, 10, 10);
        text(g, text(), TextAlignment.LEFT, Texts.get("chart.windows.out"), next + 16, 15);
    }

    @Override
    void drawPointer(GraphicsContext g, double width, double height) {
        if (pointed >= 0 && pointed < windows.size()) {
            double x = left + (pointed + 0.5) * slot(width);
            hairline(g, text(), x, TOP, x, height - FOOT);
            note(g, x, (TOP + height) / 2, width, words(windows.get(pointed)));
        }
    }

    private String[] words(WindowBars w) {
        return new String[] {
            Texts.get("chart.windows.window", w.number()),
            w.span(),
            Texts.get("chart.windows.in") + " " + score(w.inSample()),
            Texts.get("chart.windows.out") + " " + score(w.outOfSample())
        };
    }

    private String score(@Nullable Double value) {
        return value == null ? "–" : formats.number(value, 2);
    }

    @Override
    void point(double x, double y) {
        at(Double.isNaN(x) || x < left ? -1 : (int) ((x - left) / slot(Math.floor(getWidth()))));
    }

    @Override
    void pointNext(int direction) {
        if (!windows.isEmpty()) {
            at(pointed < 0 ? 0 : Math.floorMod(pointed + direction, windows.size()));
        }
    }

    private void at(int window) {
        pointed = window < windows.size() ? window : -1;
        setAccessibleHelp(pointed < 0 ? null : String.join(", ", words(windows.get(pointed))));
        redrawPointer();
    }
}
