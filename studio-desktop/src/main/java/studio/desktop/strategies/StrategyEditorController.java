package studio.desktop.strategies;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.desktop.context.DesktopContext;
import studio.desktop.fx.CopyMenu;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Texts;
import studio.desktop.strategies.code.CodeEditor;
import studio.desktop.strategies.code.FindBar;
import studio.desktop.strategies.code.TextPlaces;
import studio.model.strategy.StrategyCheck;
import studio.model.strategy.StrategyKind;
import studio.model.strategy.StrategyVersion;
import studio.model.strategy.TextProblem;

/** The strategy that is open: its head with its versions, and its text, conditions, rules or two versions side by side. */
@SuppressWarnings("NullAway.Init")
public final class StrategyEditorController implements StrategyNoticeController.Page {
    private final StrategiesViewModel viewModel;
    private final EditorViewModel editor;
    private final StrategyNoticeController notice;
    private final StrategyFootController foot;
    private final DesktopContext context;
    private final Parent root;
    private final ToggleGroup views = new ToggleGroup();
    private ConditionsPane conditions;
    private FindBar find;
    private boolean showing;

    @FXML
    private Label heading;

    @FXML
    private Label subheading;

    @FXML
    private ComboBox<StrategyVersion> versionBox;

    @FXML
    private ToggleButton textToggle;

    @FXML
    private ToggleButton conditionsToggle;

    @FXML
    private VBox noticeHolder;

    @FXML
    private VBox findBar;

    @FXML
    private TextField findField;

    @FXML
    private TextField replaceField;

    @FXML
    private Label findCount;

    @FXML
    private Button findPrevious;

    @FXML
    private Button findNext;

    @FXML
    private Button replaceButton;

    @FXML
    private Button replaceAllButton;

    @FXML
    private Button findClose;

    @FXML
    private CodeEditor codeEditor;

    @FXML
    private ScrollPane conditionsPane;

    @FXML
    private ScrollPane rulesPane;

    @FXML
    private Label rulesLabel;

    @FXML
    private ScrollPane diffPane;

    @FXML
    private HBox questionBar;

    @FXML
    private Label questionLabel;

    @FXML
    private Button yesButton;

    @FXML
    private Button noButton;

    @FXML
    private VBox helpBox;

    @FXML
    private Label helpLabel;

    @FXML
    private Button helpClose;

    @FXML
    private VBox footHolder;

    /** {@code importFile} and {@code exportFile} are what the menus offer beside what is done here. */
    StrategyEditorController(
            DesktopContext context, StrategiesViewModel viewModel, Runnable importFile, Runnable exportFile) {
        this.context = context;
        this.viewModel = viewModel;
        this.editor = viewModel.editor();
        this.notice = new StrategyNoticeController(context, viewModel, this);
        this.foot = new StrategyFootController(
                viewModel, new StrategyMenus(viewModel, this, importFile, exportFile), this, this::goTo, this::apply);
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        conditions = new ConditionsPane(editor);
        conditionsPane.setContent(conditions);
        noticeHolder.getChildren().setAll(notice.root());
        noticeHolder.managedProperty().bind(notice.root().visibleProperty());
        footHolder.getChildren().setAll(foot.root());
        bindText();
        bindVersions();
        find = new FindBar(codeEditor, findBar, findField, replaceField, findCount);
        find.buttons(findPrevious, findNext, replaceButton, replaceAllButton, findClose);
        textToggle.setToggleGroup(views);
        conditionsToggle.setToggleGroup(views);
        textToggle.setSelected(true);
        views.selectedToggleProperty().addListener((o, was, is) -> {
            if (is == null && was != null) {
                views.selectToggle(was);
            }
            Shown.when(helpBox, false);
            if (is == conditionsToggle) {
                find.close();
            }
            showView();
            if (is == textToggle) {
                codeEditor.area().requestFocus();
            }
        });
        Shown.when(helpBox, false);
        helpClose.setOnAction(e -> Shown.when(helpBox, false));
        CopyMenu.on(helpLabel);
        questionBar.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                Shown.when(questionBar, false);
                key.consume();
            }
        });
        editor.openedProperty().addListener((o, was, is) -> show(is));
        show(editor.openedProperty().get());
    }

    private void bindText() {
        codeEditor.onText(text -> editor.textProperty().set(text));
        editor.textProperty().addListener((o, was, is) -> codeEditor.follow(is));
        editor.onOpen(codeEditor::show);
        editor.checkProperty().addListener((o, was, is) -> showCheck(is));
        viewModel.vocabularyProperty().addListener((o, was, is) -> codeEditor.setVocabulary(is));
        codeEditor.setVocabulary(viewModel.vocabularyProperty().get());
        codeEditor.onHelp(this::help);
        codeEditor.onSuggestion(this::applySuggestion);
    }

    private void bindVersions() {
        versionBox.setItems(viewModel.versions());
        versionBox.setConverter(new VersionWords(context.formats()));
        viewModel.versions().addListener((ListChangeListener<StrategyVersion>) change -> markVersion());
        versionBox.valueProperty().addListener((o, was, is) -> {
            if (!showing && is != null) {
                viewModel.openVersion(is);
            }
        });
    }

    private void show(@Nullable Opened now) {
        boolean text = now != null && now.hasText();
        codeEditor.setEditable(now != null && !now.readOnly());
        heading.setText(now == null ? "" : now.title().isEmpty() ? Texts.get("strategies.untitled") : now.title());
        subheading.setText(now == null ? "" : subtitle(now));
        rulesLabel.setText(now == null ? "" : Texts.get("strategies.no_text", now.description()));
        rulesPane.setVisible(now != null && !text);
        diffPane.setVisible(false);
        Shown.when(questionBar, false);
        Shown.when(helpBox, false);
        conditionsToggle.setDisable(!text);
        textToggle.setDisable(!text);
        markVersion();
        showView();
    }

    private static String subtitle(Opened now) {
        if (now.kind() == null) {
            return Texts.get("strategies.subtitle.new");
        }
        if (now.kind() == StrategyKind.WRITTEN) {
            return now.key();
        }
        return Texts.get(
                now.kind() == StrategyKind.PLUGIN ? "strategies.subtitle.plugin" : "strategies.subtitle.built_in");
    }

    private void showView() {
        boolean covered = rulesPane.isVisible() || diffPane.isVisible();
        boolean asConditions = conditionsToggle.isSelected() && !covered;
        conditionsPane.setVisible(asConditions);
        codeEditor.setVisible(!asConditions && !covered);
        conditions.setShown(asConditions);
    }

    private void markVersion() {
        Opened now = editor.openedProperty().get();
        showing = true;
        Shown.when(versionBox, !viewModel.versions().isEmpty());
        versionBox.setValue(viewModel.versions().stream()
                .filter(v -> now != null && Integer.valueOf(v.version()).equals(now.version()))
                .findFirst()
                .orElse(null));
        showing = false;
    }

    private void showCheck(@Nullable StrategyCheck check) {
        Opened now = editor.openedProperty().get();
        codeEditor.setProblems(check == null ? List.of() : check.problems());
        if (now != null && now.kind() == null && check != null && check.title() != null) {
            heading.setText(check.title());
        }
    }

    private void goTo(TextProblem problem) {
        views.selectToggle(textToggle);
        int at = TextPlaces.offset(codeEditor.area().getText(), problem.line(), problem.column());
        codeEditor.goTo(at, problem.length());
    }

    /** Puts the suggestion in place of what is wrong. */
    private void apply(TextProblem problem) {
        String better = problem.suggestion();
        Opened now = editor.openedProperty().get();
        if (better != null && now != null && !now.readOnly() && editor.isChecked()) {
            int at = TextPlaces.offset(codeEditor.area().getText(), problem.line(), problem.column());
            int end = Math.min(codeEditor.area().getLength(), at + problem.length());
            codeEditor.area().replaceText(at, end, better);
            codeEditor.area().requestFocus();
        }
    }

    /** Alt+Enter: the suggestion for what is wrong on the caret's line. */
    private void applySuggestion() {
        TextProblem problem = foot.suggestionFor(codeEditor.area().getCurrentParagraph() + 1);
        if (problem != null) {
            apply(problem);
        }
    }

    private void help(String word) {
        String words = viewModel.vocabularyProperty().get().help(word).orElse("");
        helpLabel.setText(words.isEmpty() ? Texts.get("strategies.help.none", word) : words);
        Shown.when(helpBox, true);
    }

    @Override
    public void ask(String question, Runnable onYes) {
        questionLabel.setText(question);
        Shown.when(questionBar, true);
        yesButton.setOnAction(e -> {
            Shown.when(questionBar, false);
            onYes.run();
        });
        noButton.setOnAction(e -> Shown.when(questionBar, false));
        noButton.requestFocus();
    }

    @Override
    public void compare(String left, String leftText, String right, String rightText) {
        diffPane.setContent(new VersionDiff(left, leftText, right, rightText, () -> {
            diffPane.setVisible(false);
            showView();
        }));
        diffPane.setVisible(true);
        showView();
    }

    /** Opens the bar that finds and replaces. */
    void find() {
        views.selectToggle(textToggle);
        find.open();
    }

    void train() {
        foot.train();
    }

    Parent root() {
        return root;
    }
}
