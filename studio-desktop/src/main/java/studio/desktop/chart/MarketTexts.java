package studio.desktop.chart;

import java.time.Instant;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Texts;
import studio.model.market.SeriesClock;

/** The words that candle charts of all screens share; a screen adds what it shows and why there is nothing to show. */
public abstract class MarketTexts implements CandleTexts {
    private final Formats formats;

    protected MarketTexts(Formats formats) {
        this.formats = formats;
    }

    protected final Formats formats() {
        return formats;
    }

    @Override
    public final String candle(
            SeriesClock clock, Instant time, double open, double high, double low, double close, double volume) {
        double change = open == 0 ? 0 : (close / open - 1) * 100;
        return Texts.get(
                "studio.chart.candle",
                formats.opened(clock, time),
                formats.price(open),
                formats.price(high),
                formats.price(low),
                formats.price(close),
                (change > 0 ? "+" : "") + formats.percent(change, 2),
                formats.number(volume, 0, volume < 1000 ? 2 : 0));
    }

    @Override
    public final String heading(int candlesPerPoint) {
        return candlesPerPoint <= 1
                ? Texts.get("studio.chart.each")
                : Texts.get("studio.chart.thinned", formats.count(candlesPerPoint));
    }

    @Override
    public final String time(Instant time) {
        return formats.dateTime(time) + " · " + formats.utc(time);
    }

    @Override
    public final String price(double price) {
        return formats.price(price);
    }
}
