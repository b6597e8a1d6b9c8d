package studio.desktop.strategies;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.desktop.chart.CandleChart;
import studio.desktop.chart.ChartFrame;
import studio.desktop.chart.EquityChart;
import studio.desktop.chart.EquitySeries;
import studio.desktop.chart.EquityTexts;
import studio.desktop.chart.TradeMark;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Texts;
import studio.desktop.results.FileExport;
import studio.desktop.studio.CandleFeed;
import studio.model.market.CandleColumns;
import studio.model.market.SeriesInfo;
import studio.model.result.Metrics;
import studio.model.result.Side;
import studio.model.strategy.StrategyCheck;
import studio.model.strategy.StrategyPreview;

/** How the text in the editor would have traded a series at its inputs' defaults: no training, and nothing is stored. */
@SuppressWarnings("NullAway.Init")
public final class StrategyPreviewController {
    private static final String SERIES = "strategies.series";
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final DesktopContext context;
    private final Formats formats;
    private final EditorViewModel editor;
    private final CandleFeed feed;
    private final CandleChart candles;
    private final EquityChart equity = new EquityChart();
    private final ObservableList<SeriesInfo> held = FXCollections.observableArrayList();
    private final FileExport export;
    private final Parent root;
    private boolean offering;

    @FXML
    private ComboBox<SeriesInfo> seriesBox;

    @FXML
    private ProgressIndicator checkingIndicator;

    @FXML
    private Label previewState;

    @FXML
    private FlowPane previewFigures;

    @FXML
    private VBox chartsBox;

    @FXML
    private ChartFrame previewCandles;

    @FXML
    private ChartFrame previewEquity;

    @FXML
    private Label previewSpan;

    @FXML
    private Label costLine;

    @FXML
    private Label familyLine;

    StrategyPreviewController(DesktopContext context, EditorViewModel editor, FileExport export) {
        this.context = context;
        this.formats = context.formats();
        this.editor = editor;
        this.export = export;
        this.feed = new CandleFeed(context.client(), context.background(), context.delay());
        this.candles = new CandleChart(new PreviewTexts(editor, feed, formats));
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        seriesBox.setItems(held);
        seriesBox.setConverter(new SeriesWords());
        seriesBox.valueProperty().addListener((o, was, is) -> choose(is));
        checkingIndicator.visibleProperty().bind(editor.checkingProperty());
        candles.setId("strategyCandles");
        previewCandles.setChart(candles);
        previewCandles.setControls(
                zoom("strategyZoomIn", "mdmz-zoom_in", "studio.chart.zoom_in", candles::zoomIn),
                zoom("strategyZoomOut", "mdmz-zoom_out", "studio.chart.zoom_out", candles::zoomOut),
                zoom("strategyZoomAll", "mdmz-zoom_out_map", "studio.chart.zoom_all", candles::zoomAll));
        candles.onLook(feed::look);
        equity.setId("strategyEquity");
        equity.setTexts(new EquityTexts(
                Texts.get("chart.equity.equity"),
                Texts.get("chart.equity.drawdown"),
                Texts.get("chart.equity.summary"),
                Texts.get("chart.equity.empty")));
        previewEquity.setChart(equity);
        export.pictures(previewCandles, previewEquity);
        feed.candles().addListener((o, was, is) -> draw(is));
        editor.previewProperty().addListener((o, was, is) -> {
            show(is);
            explain();
        });
        editor.checkProperty().addListener((o, was, is) -> explain());
        editor.stateProperty().addListener((o, was, is) -> explain());
        editor.previewStaleProperty().addListener((o, was, is) -> explain());
        explain();
    }

    private static Button zoom(String id, String icon, String words, Runnable does) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setAccessibleText(Texts.get(words));
        button.setTooltip(new Tooltip(Texts.get(words)));
        button.setOnAction(e -> does.run());
        return button;
    }

    /** Reads which series there are; the one that was looked at last is chosen, at first the one with most candles. */
    void load() {
        context.background()
                .call(() -> context.client().series().series())
                .onSuccess(this::offer)
                .onError(e -> previewState.setText(Failures.sentence(e)))
                .start();
    }

    private void offer(List<SeriesInfo> series) {
        SeriesInfo before = editor.seriesProperty().get();
        String wanted =
                before != null ? key(before) : context.settings().choice(SERIES).orElse("");
        offering = true;
        held.setAll(series);
        SeriesInfo now = series.stream()
                .filter(s -> key(s).equals(wanted))
                .findFirst()
                .or(() -> series.stream().max(Comparator.comparingLong(SeriesInfo::candles)))
                .orElse(null);
        seriesBox.setValue(now);
        offering = false;
        choose(now);
        explain();
    }

    private void choose(@Nullable SeriesInfo series) {
        if (offering || Objects.equals(series, editor.seriesProperty().get())) {
            return;
        }
        if (series != null) {
            context.settings().remember(SERIES, key(series));
        }
        candles.setTrades(List.of());
        if (series == null) {
            feed.show(null);
        }
        editor.seriesProperty().set(series);
    }

    private static String key(SeriesInfo s) {
        return s.exchange() + " · " + s.symbol() + " · " + s.timeframe().wireName();
    }

    private void draw(@Nullable CandleColumns columns) {
        if (columns == null) {
            candles.clear();
        } else {
            candles.show(columns);
        }
    }

    /** The candles that were traded; while there is no preview, the whole series. */
    private void showCandles(@Nullable StrategyPreview preview) {
        SeriesInfo series = editor.seriesProperty().get();
        if (series != null) {
            feed.show(
                    series,
                    preview == null ? series.first() : preview.first(),
                    preview == null ? series.last() : preview.last());
        }
    }

    private void show(@Nullable StrategyPreview preview) {
        previewFigures.getChildren().clear();
        if (preview != null) {
            showCandles(preview);
        }
        if (preview == null) {
            candles.setTrades(List.of());
            equity.setSeries(EquitySeries.of(List.of()), formats.zone());
            previewSpan.setText("");
            return;
        }
        candles.setTrades(preview.trades().stream()
                .map(t -> new TradeMark(
                        t.entryTime().toEpochMilli(),
                        t.entryPrice(),
                        t.exitTime().toEpochMilli(),
                        t.exitPrice(),
                        t.side() == Side.LONG,
                        t.profit() > 0))
                .toList());
        equity.setSeries(EquitySeries.of(preview.equity()), formats.zone());
        figures(preview);
        boolean all = preview.totalTrades() <= preview.trades().size();
        previewSpan.setText(Texts.get(
                all ? "strategies.preview.span" : "strategies.preview.span.newest",
                formats.count(preview.candles()),
                formats.date(preview.first()),
                formats.date(preview.last()),
                formats.count(preview.trades().size())));
    }

    private void figures(StrategyPreview preview) {
        Metrics m = preview.metrics();
        figure("trades", formats.count(preview.totalTrades()));
        figure("sharpe", number(m.sharpeRatio()));
        figure("profit", signed(m.netProfitPct()));
        figure("drawdown", percent(m.maxDrawdownPct()));
        Double wins = m.winRate();
        figure("win_rate", percent(wins == null ? null : 100 * wins));
        figure("profit_factor", number(m.profitFactor()));
    }

    private String number(@Nullable Double value) {
        return value == null ? "–" : formats.number(value, 2);
    }

    private String percent(@Nullable Double value) {
        return value == null ? "–" : formats.percent(value, 2);
    }

    private String signed(@Nullable Double value) {
        return (value != null && value > 0 ? "+" : "") + percent(value);
    }

    private void figure(String id, String value) {
        Label caption = new Label(Texts.get("strategies.figure." + id));
        caption.getStyleClass().add("figure-caption");
        Label figure = new Label(value);
        figure.setId("preview-" + id);
        figure.getStyleClass().add("figure");
        VBox box = new VBox(caption, figure);
        box.setAccessibleText(caption.getText() + ": " + value);
        previewFigures.getChildren().add(box);
    }

    /** Says in one sentence what the preview is of, or why there is none. */
    private void explain() {
        StrategyCheck check = editor.checkProperty().get();
        StrategyPreview preview = editor.previewProperty().get();
        if (preview == null && check != null) {
            showCandles(null);
        }
        boolean stale = editor.previewStaleProperty().get();
        String words;
        if (!editor.stateProperty().get().isEmpty()) {
            words = editor.stateProperty().get();
        } else if (editor.seriesProperty().get() == null) {
            words = Texts.get(held.isEmpty() ? "strategies.preview.no_series" : "strategies.preview.choose");
        } else if (check != null && !check.problems().isEmpty()) {
            words = Texts.get(preview == null ? "strategies.preview.problems" : "strategies.preview.stale");
        } else if (check != null && check.previewProblem() != null) {
            words = check.previewProblem();
        } else if (preview != null && preview.totalTrades() == 0) {
            words = Texts.get("strategies.preview.no_trades");
        } else {
            words = preview == null ? "" : Texts.get("strategies.preview.defaults");
        }
        previewState.setText(words);
        previewState.setVisible(!words.isEmpty());
        previewState.setManaged(!words.isEmpty());
        for (Node node : List.of(previewFigures, chartsBox)) {
            node.pseudoClassStateChanged(STALE, stale);
            node.setOpacity(stale ? 0.55 : 1);
        }
        boolean known = check != null && check.problems().isEmpty();
        costLine.setText(
                known
                        ? Texts.get(
                                "strategies.cost",
                                formats.count(check.warmUp()),
                                formats.count(check.minCandles()),
                                formats.count(check.nodes()))
                        : "");
        Shown.when(costLine, known);
        Long tried = check == null ? null : check.familyTrials();
        SeriesInfo on = editor.seriesProperty().get();
        familyLine.setText(
                tried == null || on == null || tried == 0
                        ? ""
                        : Texts.get("strategies.family", formats.count(tried), on.symbol()));
        familyLine.setVisible(!familyLine.getText().isEmpty());
        familyLine.setManaged(familyLine.isVisible());
    }

    void letGo() {
        feed.letGo();
        export.letGo();
    }

    Parent root() {
        return root;
    }

    private static final class SeriesWords extends StringConverter<SeriesInfo> {
        @Override
        public String toString(@Nullable SeriesInfo series) {
            return series == null ? "" : key(series);
        }

        @Override
        public @Nullable SeriesInfo fromString(String words) {
            return null;
        }
    }
}
