package studio.desktop.results;

import java.time.Instant;
import studio.desktop.chart.CandleTexts;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Texts;
import studio.model.job.JobSummary;

/** The words of the candle chart under trades. */
record TradeTexts(TradeCandles candles, Formats formats) implements CandleTexts {

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
        JobSummary job = candles.job();
        return job == null
                ? empty()
                : Texts.get(
                        "results.trades.accessible",
                        job.symbol(),
                        job.timeframe().wireName(),
                        formats.count(points));
    }

    @Override
    public String empty() {
        String state = candles.stateProperty().get();
        return state.isEmpty() ? Texts.get("studio.chart.loading") : state;
    }
}
