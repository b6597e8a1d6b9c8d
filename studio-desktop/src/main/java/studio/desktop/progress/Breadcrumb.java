package studio.desktop.progress;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The steps of a training one after the other, with arrows between them. */
public final class Breadcrumb extends FlowPane {
    private static final double GAP = 6;

    /** Shows these steps and follows them. */
    void show(ObservableList<StepView> steps) {
        steps.addListener((ListChangeListener<StepView>) change -> fill(steps));
        fill(steps);
    }

    private void fill(List<StepView> steps) {
        List<Node> crumbs = new ArrayList<>();
        for (StepView step : steps) {
            HBox crumb = new HBox(GAP);
            crumb.setAlignment(Pos.CENTER_LEFT);
            if (!crumbs.isEmpty()) {
                FontIcon arrow = new FontIcon("mdal-arrow_forward");
                arrow.getStyleClass().add("step-arrow");
                // A glyph is not turned around with the layout.
                arrow.scaleXProperty()
                        .bind(Bindings.when(effectiveNodeOrientationProperty().isEqualTo(NodeOrientation.RIGHT_TO_LEFT))
                                .then(-1)
                                .otherwise(1));
                crumb.getChildren().add(arrow);
            }
            crumb.getChildren().add(new StepCrumb(step));
            crumbs.add(crumb);
        }
        getChildren().setAll(crumbs);
    }
}
