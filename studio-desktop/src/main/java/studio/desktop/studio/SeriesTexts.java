package studio.desktop.studio;

import studio.desktop.chart.MarketTexts;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Texts;
import studio.model.market.SeriesInfo;

/** The words of the candle chart. */
final class SeriesTexts extends MarketTexts {
    private final SeriesChoice choice;
    private final CandleFeed feed;

    SeriesTexts(SeriesChoice choice, CandleFeed feed, Formats formats) {
        super(formats);
        this.choice = choice;
        this.feed = feed;
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
                        formats().count(points),
                        formats().price(lastClose));
    }

    @Override
    public String empty() {
        String state = feed.state().get();
        return state.isEmpty() ? Texts.get("studio.chart.loading") : state;
    }
}
