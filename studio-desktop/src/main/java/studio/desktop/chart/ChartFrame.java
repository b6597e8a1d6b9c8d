package studio.desktop.chart;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.DefaultProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.desktop.fx.Texts;

/** A chart under its title, with controls of its own beside it and a button that saves it as a picture. FX thread only. */
@DefaultProperty("chart")
public final class ChartFrame extends VBox {
    private static final double PICTURE_SCALE = 2;

    private final Label title = new Label();
    private final HBox controls = new HBox(8);
    private final Button save = new Button();
    private String fileName = "chart";
    private @Nullable Region chart;

    public ChartFrame() {
        getStyleClass().addAll("panel", "chart-panel");
        title.getStyleClass().add("section-title");
        title.setMinWidth(USE_PREF_SIZE);
        controls.setAlignment(Pos.CENTER_RIGHT);
        save.setGraphic(new FontIcon("mdal-image"));
        save.getStyleClass().addAll("button-icon", "flat");
        save.setTooltip(new Tooltip(Texts.get("chart.save")));
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox head = new HBox(8, title, between, controls, save);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        setSpacing(6);
    }

    public String getTitle() {
        return title.getText();
    }

    /** Stands above the chart and names its picture. */
    public void setTitle(String text) {
        title.setText(text);
        save.setAccessibleText(Texts.get("chart.save.of", text));
    }

    public String getFileName() {
        return fileName;
    }

    /** What the picture's file is called, without ending. */
    public void setFileName(String name) {
        fileName = name;
        save.setId("save-" + name);
    }

    public @Nullable Region getChart() {
        return chart;
    }

    public void setChart(Region content) {
        chart = content;
        VBox.setVgrow(content, Priority.ALWAYS);
        if (getChildren().size() > 1) {
            getChildren().remove(1);
        }
        getChildren().add(content);
    }

    /** Puts controls beside the title. */
    public void setControls(Node... nodes) {
        controls.getChildren().setAll(nodes);
    }

    /** What the button does. */
    public void onSave(Consumer<ChartFrame> action) {
        save.setOnAction(e -> action.accept(this));
    }

    /** The chart as it stands, at twice its size, on the page's own ground. */
    public WritableImage picture() {
        Region drawn = Objects.requireNonNull(chart, "a frame without a chart");
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(Transform.scale(PICTURE_SCALE, PICTURE_SCALE));
        how.setFill(drawn instanceof ChartColors themed ? themed.labelFill() : Color.WHITE);
        return drawn.snapshot(how, null);
    }
}
