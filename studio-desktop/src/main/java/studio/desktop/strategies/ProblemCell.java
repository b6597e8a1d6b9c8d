package studio.desktop.strategies;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Texts;
import studio.model.strategy.TextProblem;

/** One thing that is wrong: a click leads to its place, a button puts the suggestion there. */
final class ProblemCell extends ListCell<TextProblem> {
    private final Consumer<TextProblem> apply;

    ProblemCell(Consumer<TextProblem> goTo, Consumer<TextProblem> apply) {
        this.apply = apply;
        setPrefWidth(0);
        setOnMouseClicked(e -> {
            if (getItem() != null) {
                goTo.accept(getItem());
            }
        });
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER && getItem() != null) {
                goTo.accept(getItem());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable TextProblem problem, boolean empty) {
        super.updateItem(problem, empty);
        setText(null);
        if (empty || problem == null) {
            setGraphic(null);
            return;
        }
        Label words =
                new Label(Texts.get("strategies.problem.line", problem.line(), problem.column(), problem.message()));
        words.getStyleClass().add("problem-line");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(8, words);
        row.setAlignment(Pos.CENTER_LEFT);
        String better = problem.suggestion();
        if (better != null) {
            Button use = new Button(Texts.get("strategies.problem.use", better));
            // An underscore of a name is no mark of a letter to press.
            use.setMnemonicParsing(false);
            use.getStyleClass().add("small");
            use.setMinWidth(Region.USE_PREF_SIZE);
            use.setMaxWidth(200);
            use.setOnAction(e -> apply.accept(problem));
            row.getChildren().add(use);
        }
        setGraphic(row);
        setAccessibleText(words.getText());
    }
}
