package studio.desktop.chart;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * Paints trades over candles. An entry is a triangle that points the way of the position, below a long and above a short
 * one; an exit is a square, filled after a gain and hollow after a loss; a line joins them, broken after a loss.
 */
final class TradePainter {
    private static final double SIZE = 5;
    private static final double APART = 9;

    private final ChartCanvas chart;

    TradePainter(ChartCanvas chart) {
        this.chart = chart;
    }

    void paint(GraphicsContext g, List<TradeMark> trades, int chosen, Scale times, Scale prices) {
        g.setGlobalAlpha(1);
        for (int i = 0; i < trades.size(); i++) {
            TradeMark t = trades.get(i);
            if (i != chosen && t.exit() >= times.min() && t.entry() <= times.max()) {
                one(g, t, times, prices, false);
            }
        }
        if (chosen >= 0 && chosen < trades.size()) {
            one(g, trades.get(chosen), times, prices, true);
        }
    }

    private void one(GraphicsContext g, TradeMark t, Scale times, Scale prices, boolean chosen) {
        Color color = t.gained() ? chart.gain() : chart.loss();
        double x1 = times.pixel(t.entry());
        double y1 = prices.pixel(t.entryPrice());
        double x2 = times.pixel(t.exit());
        double y2 = prices.pixel(t.exitPrice());
        g.setStroke(chosen ? chart.line() : color);
        g.setLineWidth(chosen ? 3 : 1.5);
        g.setLineDashes(t.gained() ? new double[0] : new double[] {4, 3});
        g.strokeLine(x1, y1, x2, y2);
        g.setLineDashes();
        double tip = t.up() ? y1 + APART - SIZE : y1 - APART + SIZE;
        double base = t.up() ? tip + SIZE * 1.7 : tip - SIZE * 1.7;
        g.setFill(chart.line());
        g.fillPolygon(new double[] {x1 - SIZE, x1 + SIZE, x1}, new double[] {base, base, tip}, 3);
        g.setLineWidth(1.5);
        g.setFill(t.gained() ? color : chart.labelFill());
        g.fillRect(x2 - 3.5, y2 - 3.5, 7, 7);
        g.setStroke(color);
        g.strokeRect(x2 - 3.5, y2 - 3.5, 7, 7);
        if (chosen) {
            g.setStroke(chart.label());
            g.setLineWidth(1.5);
            g.strokeOval(x1 - 11, (tip + base) / 2 - 11, 22, 22);
            g.strokeOval(x2 - 9, y2 - 9, 18, 18);
        }
    }
}
