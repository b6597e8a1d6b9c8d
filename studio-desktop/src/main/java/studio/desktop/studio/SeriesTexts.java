package studio.desktop.studio;

import java.time.Instant;
import studio.desktop.chart.CandleTexts;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Texts;
import studio.model.market.SeriesInfo;

/** The words of the candle chart. */
record SeriesTexts(SeriesChoice choice, CandleFeed feed, Formats formats) implements CandleTexts {

    @Override
    public String candle(Instant time, double open, double high, double low, double close, double volume) {
        double change = open == 0 ? 0 : (close / open - 1) * 100;
        return Texts.get(
                "studio.chart.candle",
                formats.dateTime(time),
                formats.price(open),
                formats.price(high),
                formats.price(low),
                formats.price(close),
                (change > 0 ? "+" : "") + formats.percent(change, 2),
                formats.number(volume, 0, volume < 1000 ? 2 : 0));
    }

    @Override
    public String heading(int candlesPerPoint) {
        return candlesPerPoint <= 1
                ? Texts.get("studio.chart.each")
                : Texts.get("studio.chart.thinned", formats.count(candlesPerPoint));
    }

    @Override
    public String time(Instant time) {
        return formats.dateTime(time) + " · " + formats.utc(time);
    }

    @Override
    public String price(double price) {
        return formats.price(price);
    }

    @Override
    public String describe(int points, double lastClose) {
        SeriesInfo info = choice.chosen().get();
        return info == null
                ? empty()
                : Texts.get(
                        "studio.chart.accessible",
                        info.symbol(),
                        info.timeframe().wireName(),
                        formats.count(points),
                        formats.price(lastClose));
    }

    @Override
    public String empty() {
        String state = feed.state().get();
        return state.isEmpty() ? Texts.get("studio.chart.loading") : state;
    }
}
