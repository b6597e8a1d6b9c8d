package studio.desktop.marketdata;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Texts;
import studio.model.market.CandleQuality;
import studio.model.market.QualityPart;
import studio.model.market.SeriesInfo;
import studio.model.market.SourceFlaws;

/** What a series' quality is made of, as figures side by side. For the FX thread. */
final class QualityFigures {
    private static final double FREE = 0.05;
    private static final double DOUBTFUL = 80;

    private final FlowPane pane;
    private final Formats formats;

    QualityFigures(FlowPane pane, Formats formats) {
        this.pane = pane;
        this.formats = formats;
    }

    /** Told by a sign as well as by its height. */
    static String score(CandleQuality quality, Formats formats) {
        Double score = quality.score();
        return score == null ? "–" : formats.number(score, 0) + (score < DOUBTFUL ? " ⚠" : "");
    }

    void clear() {
        pane.getChildren().clear();
    }

    void show(SeriesInfo series) {
        clear();
        List<QualityPart> all =
                series.quality().parts() == null ? List.of() : series.quality().parts();
        for (QualityPart part : all) {
            figure(
                    Texts.get("marketdata.part." + part.name()),
                    part.count(),
                    part.pointsLost() < FREE
                            ? Texts.get("marketdata.part.free")
                            : Texts.get("marketdata.part.cost", formats.number(part.pointsLost(), 1)));
        }
        Long splits = series.quality().suspectedSplits();
        if (splits != null && splits > 0) {
            figure(Texts.get("marketdata.part.splits"), splits, Texts.get("marketdata.part.splits.hint"));
        }
        SourceFlaws flaws = series.flaws();
        if (flaws != null) {
            figure(Texts.get("marketdata.part.duplicates"), flaws.duplicates(), Texts.get("marketdata.part.put_right"));
            figure(Texts.get("marketdata.part.misordered"), flaws.misordered(), Texts.get("marketdata.part.put_right"));
            figure(Texts.get("marketdata.part.rejected"), flaws.rejected(), Texts.get("marketdata.part.left_out"));
        }
    }

    private void figure(String caption, long count, String cost) {
        String value = formats.count(count);
        Label name = new Label(caption);
        name.getStyleClass().add("figure-caption");
        Label figure = new Label(value);
        figure.getStyleClass().add("figure");
        Label points = new Label(cost);
        points.getStyleClass().addAll("text-muted", "hint");
        VBox box = new VBox(name, figure, points);
        box.setAccessibleText(caption + ": " + value + ", " + cost);
        pane.getChildren().add(box);
    }
}
