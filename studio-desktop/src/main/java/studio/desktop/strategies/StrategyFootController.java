package studio.desktop.strategies;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Texts;
import studio.model.strategy.StrategyCheck;
import studio.model.strategy.TextProblem;

/** What stands below the text: what is wrong with it, and saving and training it. */
@SuppressWarnings("NullAway.Init")
public final class StrategyFootController {
    private final StrategiesViewModel viewModel;
    private final EditorViewModel editor;
    private final SavingViewModel saving;
    private final StrategyMenus.Ask ask;
    private final Consumer<TextProblem> goTo;
    private final Consumer<TextProblem> apply;
    private final Parent root;
    private final Tooltip trained = new Tooltip();

    @FXML
    private VBox problemsBox;

    @FXML
    private Label problemsTitle;

    @FXML
    private ListView<TextProblem> problemList;

    @FXML
    private Label checkState;

    @FXML
    private TextField noteField;

    @FXML
    private HBox saveHolder;

    @FXML
    private Button saveButton;

    @FXML
    private HBox trainHolder;

    @FXML
    private Button trainButton;

    @FXML
    private MenuButton moreButton;

    /**
     * @param goTo shows where a problem lies
     * @param apply puts a problem's suggestion into the text
     */
    StrategyFootController(
            StrategiesViewModel viewModel,
            StrategyMenus menus,
            StrategyMenus.Ask ask,
            Consumer<TextProblem> goTo,
            Consumer<TextProblem> apply) {
        this.viewModel = viewModel;
        this.editor = viewModel.editor();
        this.saving = viewModel.saving();
        this.ask = ask;
        this.goTo = goTo;
        this.apply = apply;
        this.root = Fxml.load(this);
        menus.fillMore(moreButton);
    }

    @FXML
    private void initialize() {
        problemList.setCellFactory(list -> new ProblemCell(goTo, apply));
        editor.checkProperty().addListener((o, was, is) -> showProblems(is));
        checkState.textProperty().bind(editor.stateProperty());
        Shown.when(checkState, editor.stateProperty().isNotEmpty());
        noteField.textProperty().bindBidirectional(saving.noteProperty());
        noteField.disableProperty().bind(editor.changedProperty().not());
        saveButton.disableProperty().bind(saving.blockedProperty().isNotEmpty());
        Shown.sayWhy(saveHolder, saveButton, saving.blockedProperty());
        trainButton.disableProperty().bind(Bindings.createBooleanBinding(this::cannotTrain, editor.openedProperty()));
        Tooltip.install(trainHolder, trained);
        editor.openedProperty().addListener((o, was, is) -> sayWhatIsTrained());
        editor.changedProperty().addListener((o, was, is) -> sayWhatIsTrained());
        sayWhatIsTrained();
        showProblems(null);
    }

    private void showProblems(@Nullable StrategyCheck check) {
        List<TextProblem> problems = check == null ? List.of() : check.problems();
        problemList.getItems().setAll(problems);
        problemsTitle.setText(Texts.get(
                problems.size() == 1 ? "strategies.problems.one" : "strategies.problems.count", problems.size()));
        Shown.when(problemsBox, !problems.isEmpty());
    }

    private boolean cannotTrain() {
        Opened now = editor.openedProperty().get();
        return now == null || now.name() == null || now.archived();
    }

    private void sayWhatIsTrained() {
        Opened now = editor.openedProperty().get();
        String words = now == null || now.name() == null
                ? Texts.get("strategies.train.unsaved")
                : now.archived()
                        ? Texts.get("strategies.train.archived")
                        : editor.changedProperty().get() && now.version() != null
                                ? Texts.get("strategies.train.changed", now.version())
                                : Texts.get("strategies.train.help");
        trained.setText(words);
        trainButton.setAccessibleHelp(words);
    }

    /** The first problem of that line, counted from 1, for which something better is known. */
    @Nullable
    TextProblem suggestionFor(int line) {
        return problemList.getItems().stream()
                .filter(p -> p.line() == line && p.suggestion() != null)
                .findFirst()
                .orElse(null);
    }

    @FXML
    private void onSave() {
        saving.save();
    }

    @FXML
    private void onTrain() {
        train();
    }

    /** What is on the screen and what would be trained may differ: then the analyst decides. */
    void train() {
        Opened now = editor.openedProperty().get();
        if (trainButton.isDisabled() || now == null) {
            return;
        }
        if (editor.changedProperty().get()) {
            ask.ask(Texts.get("strategies.train.ask", now.versionNumber()), viewModel::train);
        } else {
            viewModel.train();
        }
    }

    Parent root() {
        return root;
    }
}
