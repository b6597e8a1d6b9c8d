package studio.desktop.progress;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.desktop.fx.Texts;
import studio.model.progress.StepState;

/** One step of the breadcrumb: an icon for its state, and its words. */
final class StepCrumb extends HBox {

    StepCrumb(StepView step) {
        setId("step-" + step.key().wireName());
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("step-crumb", step.state().name().toLowerCase(Locale.ROOT));
        FontIcon icon = new FontIcon(icon(step.state()));
        Label text = new Label(step.text());
        text.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(icon, text);
        setAccessibleText(step.text() + ", "
                + Texts.get("progress.step.state." + step.state().name().toLowerCase(Locale.ROOT)));
    }

    private static String icon(StepState state) {
        return switch (state) {
            case WAITING -> "mdmz-radio_button_unchecked";
            case ACTIVE -> "mdmz-play_circle_filled";
            case DONE -> "mdal-check_circle";
            case SKIPPED -> "mdmz-redo";
            case FAILED -> "mdal-cancel";
            case CANCELLED -> "mdal-block";
        };
    }
}
