package studio.desktop.studio;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.desktop.chart.CandleChart;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Texts;
import studio.model.market.CandleColumns;
import studio.model.market.CandleQuality;
import studio.model.market.SeriesInfo;

/** Shows the chosen series: its candles and how good they are. */
@SuppressWarnings("NullAway.Init")
public final class SeriesController {
    private final SeriesChoice choice;
    private final CandleFeed feed;
    private final Formats formats;
    private final CandleChart chart;
    private final Parent root;

    @FXML
    private Label title;

    @FXML
    private Label span;

    @FXML
    private Button zoomIn;

    @FXML
    private Button zoomOut;

    @FXML
    private Button zoomAll;

    @FXML
    private StackPane chartPane;

    @FXML
    private Label state;

    @FXML
    private FlowPane quality;

    SeriesController(SeriesChoice choice, CandleFeed feed, Formats formats) {
        this.choice = choice;
        this.feed = feed;
        this.formats = formats;
        this.chart = new CandleChart(new SeriesTexts(choice, feed, formats));
        this.root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        chart.setId("candleChart");
        chartPane.getChildren().add(chart);
        chart.onLook(feed::look);
        action(zoomIn, chart::zoomIn);
        action(zoomOut, chart::zoomOut);
        action(zoomAll, chart::zoomAll);
        state.textProperty().bind(feed.state());
        state.visibleProperty()
                .bind(feed.state().isNotEmpty().and(feed.candles().isNotNull()));
        state.managedProperty().bind(state.visibleProperty());
        feed.state().addListener((o, old, now) -> {
            if (feed.candles().get() == null) {
                chart.clear();
            }
        });
        feed.candles().addListener((o, old, now) -> draw(now));
        choice.chosen().addListener((o, old, now) -> tell(now));
        draw(feed.candles().get());
        tell(choice.chosen().get());
    }

    private static void action(Button button, Runnable does) {
        button.setTooltip(new Tooltip(button.getAccessibleText()));
        button.setOnAction(e -> does.run());
    }

    private void draw(@Nullable CandleColumns columns) {
        if (columns == null) {
            chart.clear();
        } else {
            chart.show(columns);
        }
    }

    private void tell(@Nullable SeriesInfo info) {
        quality.getChildren().clear();
        if (info == null) {
            title.setText(Texts.get("studio.series.none"));
            span.setText("");
            return;
        }
        title.setText(info.symbol());
        span.setText(Texts.get(
                "studio.series.span",
                info.exchange(),
                info.timeframe().wireName(),
                formats.date(info.first()),
                formats.date(info.last())));
        span.setTooltip(new Tooltip(formats.utc(info.first()) + " – " + formats.utc(info.last())));
        CandleQuality q = info.quality();
        Double score = q.score();
        if (score != null) {
            figure("studio.quality.score", formats.number(score, 0), score < 80);
        }
        figure("studio.quality.candles", formats.count(q.candles()), false);
        figure("studio.quality.gaps", formats.count(q.gaps()), q.gaps() > 0);
        figure("studio.quality.missing", formats.count(q.missingCandles()), q.missingCandles() > 0);
        figure("studio.quality.zero_volume", formats.percent(q.zeroVolumeShare() * 100, 1), q.zeroVolumeShare() > 0.05);
        figure("studio.quality.flat", formats.percent(q.flatShare() * 100, 1), q.flatShare() > 0.05);
        figure("studio.quality.outliers", formats.count(q.outliers()), q.outliers() > 0);
        figure("studio.quality.impossible", formats.count(q.impossible()), q.impossible() > 0);
    }

    private void figure(String key, String value, boolean doubtful) {
        Label caption = new Label(Texts.get(key));
        caption.getStyleClass().add("figure-caption");
        // Told by a sign as well as by colour.
        Label figure = new Label(doubtful ? value + " ⚠" : value);
        figure.getStyleClass().add("figure");
        if (doubtful) {
            figure.getStyleClass().add("text-warn");
        }
        VBox box = new VBox(caption, figure);
        box.setAccessibleText(caption.getText() + ": " + value);
        quality.getChildren().add(box);
    }
}
