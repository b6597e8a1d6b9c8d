package studio.desktop.results;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.desktop.chart.CandleChart;
import studio.desktop.chart.ChartFrame;
import studio.desktop.context.DesktopContext;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Texts;
import studio.model.market.CandleColumns;
import studio.model.result.TradeView;

/** Candles with every trade on them, over the table of trades; the row that is chosen is looked at on the chart. */
@SuppressWarnings("NullAway.Init")
public final class TradesController {
    private final ResultsViewModel results;
    private final TradeCandles candles;
    private final FileExport export;
    private final CandleChart chart;
    private final Parent root;

    @FXML
    private ChartFrame candleFrame;

    @FXML
    private Label legend;

    @FXML
    private Label candleState;

    @FXML
    private TableView<TradeView> tradeTable;

    TradesController(DesktopContext context, ResultsViewModel results, TradeCandles candles, FileExport export) {
        this.results = results;
        this.candles = candles;
        this.export = export;
        this.chart = new CandleChart(new TradeTexts(candles, context.formats()));
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        chart.setId("tradeChart");
        candleFrame.setChart(chart);
        Button previous = step("previousTrade", "mdal-chevron_left", "results.trade.previous", -1);
        Button next = step("nextTrade", "mdal-chevron_right", "results.trade.next", 1);
        candleFrame.setControls(
                new HBox(2, previous, next),
                zoom("tradesZoomIn", "mdmz-zoom_in", "studio.chart.zoom_in", chart::zoomIn),
                zoom("tradesZoomOut", "mdmz-zoom_out", "studio.chart.zoom_out", chart::zoomOut),
                zoom("tradesZoomAll", "mdmz-zoom_out_map", "studio.chart.zoom_all", chart::zoomAll));
        export.pictures(candleFrame);
        chart.onLook(candles::look);
        candleState.textProperty().bind(candles.stateProperty());
        candleState.visibleProperty().bind(candles.stateProperty().isNotEmpty());
        candleState.managedProperty().bind(candleState.visibleProperty());
        ResultsTables.trades(tradeTable, results.format());
        tradeTable.setItems(results.trades());
        tradeTable.getSelectionModel().selectedIndexProperty().addListener((o, was, is) -> {
            if (is.intValue() >= 0) {
                chart.lookAtTrade(is.intValue());
            }
        });
        candles.candlesProperty().addListener((o, was, is) -> draw(is));
        draw(candles.candlesProperty().get());
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

    private Button step(String id, String icon, String words, int direction) {
        return zoom(id, icon, words, () -> {
            int count = tradeTable.getItems().size();
            if (count > 0) {
                int now = tradeTable.getSelectionModel().getSelectedIndex();
                int then = now < 0 ? (direction > 0 ? 0 : count - 1) : Math.floorMod(now + direction, count);
                tradeTable.getSelectionModel().clearAndSelect(then);
                tradeTable.scrollTo(Math.max(0, then - 2));
            }
        });
    }

    private void draw(@Nullable CandleColumns columns) {
        if (columns != null) {
            chart.setTrades(results.tradeMarks());
            chart.show(columns);
            // The chosen trade stays marked when finer candles come.
            chart.markTrade(tradeTable.getSelectionModel().getSelectedIndex());
        }
    }

    Parent root() {
        return root;
    }
}
