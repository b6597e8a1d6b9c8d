package studio.desktop.chart;

import java.time.Instant;
import studio.model.market.SeriesClock;

/** The words of a candle chart; given by the screen, so that they come from its bundle and formats. */
public interface CandleTexts {

    /** What stands at the top while a candle is pointed at; the clock says its day. */
    String candle(SeriesClock clock, Instant time, double open, double high, double low, double close, double volume);

    /** What stands there else, e.g. the series and how many candles one bar sums up. */
    String heading(int candlesPerPoint);

    /** A time at the foot of the crosshair. */
    String time(Instant time);

    /** A price at the side of the crosshair. */
    String price(double price);

    /** For a screen reader: what is drawn. */
    String describe(int points, double lastClose);

    /** What stands in the middle while there is nothing to draw. */
    String empty();
}
