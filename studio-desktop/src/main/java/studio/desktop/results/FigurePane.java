package studio.desktop.results;

import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Figures as tiles that wrap: caption, value, and the meaning on hover and for screen readers. */
public final class FigurePane extends FlowPane {

    public FigurePane() {
        getStyleClass().add("figure-pane");
        setHgap(8);
        setVgap(8);
    }

    /** Shows these figures and follows them. */
    public void show(ObservableList<Figure> figures) {
        figures.addListener((ListChangeListener<Figure>) change -> fill(figures));
        fill(figures);
    }

    private void fill(List<Figure> figures) {
        getChildren().setAll(figures.stream().map(FigurePane::tile).toList());
    }

    private static VBox tile(Figure figure) {
        Label caption = new Label(figure.label());
        caption.getStyleClass().add("figure-caption");
        Label value = new Label(figure.value());
        value.setId("figure-" + figure.id());
        value.getStyleClass().addAll("figure", figure.tone().name().toLowerCase(Locale.ROOT));
        VBox tile = new VBox(2, caption, value);
        tile.getStyleClass().add("figure-tile");
        tile.setFocusTraversable(true);
        tile.setAccessibleText(figure.label() + " " + figure.value());
        tile.setAccessibleHelp(figure.meaning());
        Tooltip meaning = new Tooltip(figure.meaning());
        meaning.setWrapText(true);
        meaning.setMaxWidth(360);
        Tooltip.install(tile, meaning);
        return tile;
    }
}
