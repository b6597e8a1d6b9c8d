package studio.desktop.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Texts;

/**
 * Scores by two parameters. A cell shows its worth as a number where there is room, so that it is told by more than its
 * shade; one without trials is crossed out. The four arrow keys walk over the cells. FX thread only.
 */
public final class HeatMapChart extends ChartCanvas {
    private static final double TOP = 10;
    private static final double FOOT = 40;
    private static final double RIGHT = 96;

    private Formats formats = Formats.system();
    private @Nullable HeatMap map;
    private int column = -1;
    private int row = -1;
    private double left = 60;

    public HeatMapChart() {
        super("heat-map");
        setPrefSize(900, 360);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onArrow);
        setAccessibleText(Texts.get("chart.trials.empty"));
    }

    /** Draws that map; null for none. */
    public void show(@Nullable HeatMap wanted, Formats words) {
        map = wanted;
        formats = words;
        column = -1;
        row = -1;
        setAccessibleText(wanted == null ? Texts.get("chart.trials.empty") : summary(wanted));
        redraw();
    }

    private String summary(HeatMap m) {
        int bestColumn = 0;
        int bestRow = 0;
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < m.columns(); i++) {
            for (int j = 0; j < m.rows(); j++) {
                if (m.worth(i, j) > best) {
                    best = m.worth(i, j);
                    bestColumn = i;
                    bestRow = j;
                }
            }
        }
        return Texts.get(
                "chart.heat.summary",
                m.across().axis().name(),
                m.up().axis().name(),
                best == Double.NEGATIVE_INFINITY ? "–" : worth(best),
                span(m.across(), bestColumn),
                span(m.up(), bestRow));
    }

    private String worth(double value) {
        return formats.number(value, 2, value != 0 && Math.abs(value) < 0.1 ? 3 : 2);
    }

    private String span(HeatMap.Bins bins, int place) {
        String from = bins.axis().label(bins.from(place), formats);
        return bins.levels().length > 0 ? from : from + " – " + bins.axis().label(bins.to(place), formats);
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        HeatMap m = map;
        if (m == null) {
            text(g, text(), TextAlignment.CENTER, Texts.get("chart.trials.empty"), width / 2, height / 2);
            return;
        }
        left = 60;
        for (int j = 0; j < m.rows(); j++) {
            left = Math.max(left, widthOf(m.up().axis().label(m.up().from(j), formats)) + 14);
        }
        double cellWidth = cellWidth(m);
        double cellHeight = cellHeight(m);
        double[] range = m.range();
        for (int i = 0; i < m.columns(); i++) {
            for (int j = 0; j < m.rows(); j++) {
                cell(g, m, i, j, range, cellWidth, cellHeight);
            }
        }
        drawLabels(g, m, height);
        drawLegend(g, range, width, height);
    }

    private void cell(GraphicsContext g, HeatMap m, int i, int j, double[] range, double w, double h) {
        double x = left + i * w;
        double y = TOP + (m.rows() - 1 - j) * h;
        double worth = m.worth(i, j);
        if (Double.isNaN(worth)) {
            g.setStroke(grid());
            g.setLineWidth(1);
            g.strokeRect(x + 1.5, y + 1.5, w - 3, h - 3);
            g.strokeLine(x + 4, y + h - 4, x + w - 4, y + 4);
            return;
        }
        double part = range[1] > range[0] ? (worth - range[0]) / (range[1] - range[0]) : 1;
        Color fill = shade(part);
        g.setFill(fill);
        g.fillRect(x + 1, y + 1, w - 2, h - 2);
        String words = worth(worth);
        if (h >= 15 && widthOf(words) + 6 < w) {
            text(g, readable(fill), TextAlignment.CENTER, words, x + w / 2, y + h / 2 + 4);
        }
    }

    private Color shade(double part) {
        return labelFill().interpolate(line(), 0.08 + 0.92 * part);
    }

    /** Black or white, whichever has the greater contrast on that colour (WCAG 2.1 relative luminance). */
    static Color readable(Color on) {
        double light = Contrast.luminance(on);
        return (light + 0.05) / 0.05 > 1.05 / (light + 0.05) ? Color.BLACK : Color.WHITE;
    }

    private void drawLabels(GraphicsContext g, HeatMap m, double height) {
        double w = cellWidth(m);
        double h = cellHeight(m);
        double free = left - 30;
        for (int i = 0; i < m.columns(); i++) {
            String words = m.across().axis().label(m.across().from(i), formats);
            double x = m.across().levels().length > 0 ? left + (i + 0.5) * w : left + i * w;
            double half = widthOf(words) / 2;
            if (x - half > free) {
                text(g, text(), TextAlignment.CENTER, words, x, height - 24);
                free = x + half + 8;
            }
        }
        for (int j = 0; j < m.rows(); j++) {
            double y = TOP + (m.rows() - 1 - j) * h + (m.up().levels().length > 0 ? h / 2 : h);
            text(g, text(), TextAlignment.RIGHT, m.up().axis().label(m.up().from(j), formats), left - 6, y + 4);
        }
        text(
                g,
                label(),
                TextAlignment.CENTER,
                Texts.get(
                        "chart.heat.axes",
                        m.across().axis().name(),
                        m.up().axis().name()),
                left + w * m.columns() / 2,
                height - 6);
    }

    private void drawLegend(GraphicsContext g, double[] range, double width, double height) {
        double x = width - RIGHT + 20;
        double tall = height - FOOT - TOP;
        for (int i = 0; i < 20; i++) {
            g.setFill(shade((19 - i) / 19.0));
            g.fillRect(x, TOP + i * tall / 20, 14, tall / 20 + 1);
        }
        text(g, text(), TextAlignment.LEFT, worth(range[1]), x + 20, TOP + 10);
        text(g, text(), TextAlignment.LEFT, worth(range[0]), x + 20, TOP + tall);
    }

    private double cellWidth(HeatMap m) {
        return (Math.floor(getWidth()) - RIGHT - left) / m.columns();
    }

    private double cellHeight(HeatMap m) {
        return (Math.floor(getHeight()) - FOOT - TOP) / m.rows();
    }

    @Override
    void drawPointer(GraphicsContext g, double width, double height) {
        HeatMap m = map;
        if (m == null || column < 0) {
            return;
        }
        double w = cellWidth(m);
        double h = cellHeight(m);
        double x = left + column * w;
        double y = TOP + (m.rows() - 1 - row) * h;
        g.setStroke(label());
        g.setLineWidth(2);
        g.strokeRect(x + 1, y + 1, w - 2, h - 2);
        note(g, x + w, y + h / 2, width, words(m));
    }

    private String[] words(HeatMap m) {
        return new String[] {
            m.across().axis().name() + " " + span(m.across(), column),
            m.up().axis().name() + " " + span(m.up(), row),
            m.count(column, row) == 0
                    ? Texts.get("chart.heat.none")
                    : Texts.get("chart.heat.cell", worth(m.worth(column, row)), formats.count(m.count(column, row)))
        };
    }

    @Override
    void point(double x, double y) {
        HeatMap m = map;
        if (m == null) {
            return;
        }
        int i = (int) Math.floor((x - left) / cellWidth(m));
        int j = m.rows() - 1 - (int) Math.floor((y - TOP) / cellHeight(m));
        boolean inside = !Double.isNaN(x) && i >= 0 && i < m.columns() && j >= 0 && j < m.rows();
        at(m, inside ? i : -1, inside ? j : -1);
    }

    private void at(HeatMap m, int i, int j) {
        column = i;
        row = j;
        setAccessibleHelp(i < 0 ? null : String.join(", ", words(m)));
        redrawPointer();
    }

    private void onArrow(KeyEvent e) {
        HeatMap m = map;
        boolean vertical = e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN;
        if (m != null && vertical && column >= 0) {
            at(m, column, Math.max(0, Math.min(m.rows() - 1, row + (e.getCode() == KeyCode.UP ? 1 : -1))));
            e.consume();
        }
    }

    @Override
    void pointNext(int direction) {
        HeatMap m = map;
        if (m != null) {
            at(m, Math.max(0, Math.min(m.columns() - 1, column + direction)), Math.max(0, row));
        }
    }
}
