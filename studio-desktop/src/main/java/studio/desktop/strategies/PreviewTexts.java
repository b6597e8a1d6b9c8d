package studio.desktop.strategies;

import studio.desktop.chart.MarketTexts;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Texts;
import studio.desktop.studio.CandleFeed;
import studio.model.market.SeriesInfo;
import studio.model.strategy.StrategyPreview;

/** The words of the candle chart beside the editor. */
final class PreviewTexts extends MarketTexts {
    private final EditorViewModel editor;
    private final CandleFeed feed;

    PreviewTexts(EditorViewModel editor, CandleFeed feed, Formats formats) {
        super(formats);
        this.editor = editor;
        this.feed = feed;
    }

    @Override
    public String describe(int points, double lastClose) {
        SeriesInfo series = editor.seriesProperty().get();
        StrategyPreview preview = editor.previewProperty().get();
        return series == null
                ? empty()
                : Texts.get(
                        "strategies.chart.accessible",
                        series.symbol(),
                        series.timeframe().wireName(),
                        formats().count(points),
                        formats().count(preview == null ? 0 : preview.trades().size()));
    }

    @Override
    public String empty() {
        String state = feed.state().get();
        return state.isEmpty() ? Texts.get("studio.chart.loading") : state;
    }
}
