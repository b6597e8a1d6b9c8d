package studio.desktop.studio;

import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.desktop.fx.FieldBox;
import studio.desktop.fx.Texts;
import studio.model.strategy.ParameterCondition;
import studio.model.strategy.ParameterInfo;

/** One parameter with its range, its help, and a way back to the strategy's own range. */
final class ParameterRow extends VBox {

    ParameterRow(ParameterFields fields) {
        ParameterInfo info = fields.info();
        getStyleClass().add("parameter-row");
        Label name = new Label(info.name());
        name.getStyleClass().add("parameter-name");
        name.setTooltip(new Tooltip(help(info)));
        name.setMinWidth(USE_PREF_SIZE);
        // A long unit takes a second line: neither it nor the name may be cut.
        Label unit = new Label(info.unit());
        unit.getStyleClass().addAll("text-muted", "hint");
        unit.setWrapText(true);
        unit.setMinHeight(USE_PREF_SIZE);
        unit.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(unit, Priority.ALWAYS);
        HBox head = new HBox(6, name, unit, reset(fields));
        head.getStyleClass().add("parameter-head");

        HBox boxes = new HBox(8);
        if (fields.isList()) {
            boxes.getChildren().add(box(fields, fields.values(), "values"));
        } else {
            boxes.getChildren()
                    .addAll(
                            box(fields, fields.min(), "min"),
                            box(fields, fields.max(), "max"),
                            box(fields, fields.step(), "step"));
        }
        getChildren().addAll(head, boxes);
    }

    private static String help(ParameterInfo info) {
        ParameterCondition condition = info.activeWhen();
        return condition == null
                ? info.help()
                : info.help() + " " + Texts.get("studio.parameter.when", condition.parameter(), values(condition));
    }

    private static String values(ParameterCondition condition) {
        return condition.values().stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static FieldBox box(ParameterFields fields, FormField field, String what) {
        ParameterInfo info = fields.info();
        TextField text = new TextField();
        text.setId("parameter-" + info.name() + "-" + what);
        text.setPrefColumnCount(6);
        if (what.equals("step")) {
            text.setPromptText(Texts.get("studio.parameter.stepless"));
        }
        text.textProperty().bindBidirectional(field.text());
        FieldBox box = new FieldBox();
        box.setLabel(Texts.get("studio.parameter." + what));
        box.setHelp(help(info));
        box.setControl(text);
        box.showError(field.error());
        text.setAccessibleText(info.name() + ", " + box.getLabel());
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private static Button reset(ParameterFields fields) {
        Button button = new Button("", new FontIcon("mdmz-replay"));
        button.setId("reset-" + fields.info().name());
        button.getStyleClass().addAll("button-icon", "flat", "small");
        String words = Texts.get("studio.parameter.reset", fields.info().name());
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        fields::isStandard,
                        fields.all().stream().map(FormField::text).toArray(javafx.beans.Observable[]::new)));
        button.setOnAction(e -> fields.reset());
        return button;
    }
}
