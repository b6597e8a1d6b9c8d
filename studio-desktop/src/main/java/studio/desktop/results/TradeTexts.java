package studio.desktop.results;

import studio.desktop.chart.MarketTexts;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Texts;
import studio.model.job.JobSummary;

/** The words of the candle chart under trades. */
final class TradeTexts extends MarketTexts {
    private final TradeCandles candles;

    TradeTexts(TradeCandles candles, Formats formats) {
        super(formats);
        this.candles = candles;
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
                        formats().count(points));
    }

    @Override
    public String empty() {
        String state = candles.stateProperty().get();
        return state.isEmpty() ? Texts.get("studio.chart.loading") : state;
    }
}
