package studio.desktop.chart;

import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import studio.model.market.CandleColumns;

/** Paints candles and volume bars, one pass a colour, so that thousands cost few changes of state. */
final class CandlePainter {
    private final ChartCanvas chart;

    CandlePainter(ChartCanvas chart) {
        this.chart = chart;
    }

    /** Where to paint which points. */
    record Area(Scale times, Scale prices, int from, int end, double volumeTop, double floor, double right) {}

    /** Lowest low and highest high of the points seen. */
    double[] range(CandleColumns c, int from, int end) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = from; i < end; i++) {
            low = Math.min(low, c.low()[i]);
            high = Math.max(high, c.high()[i]);
        }
        return low <= high ? new double[] {low, high} : new double[] {0, 1};
    }

    double axisWidth(NumberTicks marks) {
        double widest = 30;
        for (double mark : marks.values()) {
            widest = Math.max(widest, ChartCanvas.widthOf(marks.label(mark, Locale.getDefault())));
        }
        return widest + 18;
    }

    void candles(GraphicsContext g, CandleColumns c, Area a) {
        double bar = c.timeframe().millis() * (double) c.candlesPerPoint();
        double slot = Math.abs(a.times.pixel(bar) - a.times.pixel(0));
        double body = Math.max(1, Math.min(14, Math.floor(slot * 0.7)));
        double loudest = 0;
        for (int i = a.from; i < a.end; i++) {
            loudest = Math.max(loudest, c.volume()[i]);
        }
        g.save();
        g.beginPath();
        g.rect(0, 0, a.right, a.floor);
        g.clip();
        for (boolean rising : new boolean[] {true, false}) {
            g.setFill(rising ? chart.gain() : chart.loss());
            for (int i = a.from; i < a.end; i++) {
                if (c.close()[i] >= c.open()[i] == rising) {
                    one(g, c, a, i, bar, body, loudest);
                }
            }
        }
        g.restore();
    }

    private void one(GraphicsContext g, CandleColumns c, Area a, int i, double bar, double body, double loudest) {
        double x = Math.floor(a.times.pixel(c.time()[i] + bar / 2));
        double top = a.prices.pixel(c.high()[i]);
        g.fillRect(x, top, 1, Math.max(1, a.prices.pixel(c.low()[i]) - top));
        double open = a.prices.pixel(c.open()[i]);
        double close = a.prices.pixel(c.close()[i]);
        double left = x - Math.floor((body - 1) / 2);
        if (body > 1) {
            g.fillRect(left, Math.min(open, close), body, Math.max(1, Math.abs(open - close)));
        }
        if (loudest > 0) {
            double height = (a.floor - a.volumeTop) * c.volume()[i] / loudest;
            g.setGlobalAlpha(0.45);
            g.fillRect(left, a.floor - height, body, height);
            g.setGlobalAlpha(1);
        }
    }

    /** The newest close held, as a mark on the price axis. */
    void lastPrice(GraphicsContext g, CandleColumns c, Scale prices, double right, double width, CandleTexts texts) {
        int last = c.time().length - 1;
        double close = c.close()[last];
        if (!prices.holds(close)) {
            return;
        }
        double y = prices.pixel(close);
        g.setFill(c.close()[last] >= c.open()[last] ? chart.gain() : chart.loss());
        g.fillRoundRect(right + 2, y - 9, width - right - 3, 18, 4, 4);
        ChartCanvas.text(g, chart.labelFill(), TextAlignment.LEFT, texts.price(close), right + 6, y + 4);
    }
}
