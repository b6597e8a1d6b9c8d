package studio.desktop.strategies;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fx.CopyMenu;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Screen;
import studio.desktop.fx.Texts;
import studio.desktop.results.FileChoice;
import studio.desktop.results.FileExport;
import studio.model.strategy.StrategyCheck;
import studio.model.strategy.StrategyKind;
import studio.model.strategy.StrategyVersion;
import studio.model.strategy.TextProblem;

/** The strategies page: the list, the editor, and how the text would have traded. */
@SuppressWarnings("NullAway.Init")
public final class StrategiesController implements Screen {
    private final DesktopContext context;
    private final StrategiesViewModel viewModel;
    private final EditorViewModel editor;
    private final FileExport export;
    private final TextFiles texts;
    private final StrategyPreviewController preview;
    private final StrategyMenus menus;
    private final Parent root;
    private final ToggleGroup views = new ToggleGroup();
    private ConditionsPane conditions;
    private FindBar find;
    private boolean showing;

    @FXML
    private ProgressIndicator loadingIndicator;

    @FXML
    private MenuButton newButton;

    @FXML
    private TextField strategySearch;

    @FXML
    private ListView<StrategyItem> strategyList;

    @FXML
    private CheckBox archivedBox;

    @FXML
    private SplitPane split;

    @FXML
    private VBox problemBanner;

    @FXML
    private HBox conflictButtons;

    @FXML
    private Label problemLabel;

    @FXML
    private Button seeOtherButton;

    @FXML
    private Button saveOnTopButton;

    @FXML
    private Button saveAsCopyButton;

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
    private VBox readOnlyBar;

    @FXML
    private Label readOnlyLabel;

    @FXML
    private Button compareButton;

    @FXML
    private Button restoreButton;

    @FXML
    private Button unarchiveButton;

    @FXML
    private Button copyToEditButton;

    @FXML
    private HBox findBar;

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

    @FXML
    private VBox previewPane;

    /** {@code texts} and {@code files} ask where strategies are read from and written to. */
    public StrategiesController(DesktopContext context, FileChoice files, TextFiles texts) {
        this.context = context;
        this.texts = texts;
        this.viewModel = new StrategiesViewModel(context);
        this.editor = viewModel.editor();
        this.export = new FileExport(context, files, context.navigation()::tell);
        this.preview = new StrategyPreviewController(context, editor, export);
        this.menus = new StrategyMenus(viewModel, this::ask, this::importFile, this::exportFile);
        this.root = Fxml.load(this);
    }

    /** The sheet of this page, for what stands in windows of its own. */
    static String sheet() {
        return Objects.requireNonNull(StrategiesController.class.getResource("strategies.css"), "strategies.css")
                .toExternalForm();
    }

    @FXML
    private void initialize() {
        conditions = new ConditionsPane(editor);
        conditionsPane.setContent(conditions);
        previewPane.getChildren().setAll(preview.root());
        VBox.setVgrow(preview.root(), Priority.ALWAYS);
        loadingIndicator.visibleProperty().bind(viewModel.loadingProperty());
        bindList();
        bindText();
        bindProblems();
        bindFoot();
        find = new FindBar(codeEditor, findBar, findField, replaceField, findCount);
        find.buttons(findPrevious, findNext, replaceButton, replaceAllButton, findClose);
        textToggle.setToggleGroup(views);
        conditionsToggle.setToggleGroup(views);
        textToggle.setSelected(true);
        views.selectedToggleProperty().addListener((o, was, is) -> {
            if (is == null && was != null) {
                views.selectToggle(was);
            }
            showView();
        });
        editor.openedProperty().addListener((o, was, is) -> show(is));
        show(editor.openedProperty().get());
    }

    private void bindList() {
        strategySearch.textProperty().bindBidirectional(viewModel.searchProperty());
        archivedBox.selectedProperty().bindBidirectional(viewModel.archivedShownProperty());
        strategyList.setItems(viewModel.items());
        strategyList.setCellFactory(list -> new StrategyCell(viewModel.items(), context.formats()));
        strategyList.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            Opened now = editor.openedProperty().get();
            if (!showing && is != null && (now == null || !now.key().equals(is.key()))) {
                viewModel.open(is);
            }
        });
        viewModel.items().addListener((ListChangeListener<StrategyItem>) change -> markInList());
        menus.fill(newButton, viewModel.vocabularyProperty());
        menus.fillMore(moreButton);
        versionBox.setItems(viewModel.versions());
        versionBox.setConverter(new VersionWords(context.formats()));
        viewModel.versions().addListener((ListChangeListener<StrategyVersion>) change -> markVersion());
        versionBox.valueProperty().addListener((o, was, is) -> {
            if (!showing && is != null) {
                viewModel.openVersion(is);
            }
        });
    }

    private void bindText() {
        codeEditor.onText(text -> editor.textProperty().set(text));
        editor.textProperty().addListener((o, was, is) -> codeEditor.follow(is));
        viewModel.vocabularyProperty().addListener((o, was, is) -> codeEditor.setVocabulary(is));
        codeEditor.setVocabulary(viewModel.vocabularyProperty().get());
        codeEditor.onHelp(this::help);
        codeEditor.onSuggestion(this::applySuggestion);
        helpClose.setOnAction(e -> showWhen(helpBox, false));
        CopyMenu.on(helpLabel);
        showWhen(helpBox, false);
        questionBar.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                showWhen(questionBar, false);
                key.consume();
            }
        });
    }

    private void bindProblems() {
        problemList.setCellFactory(list -> new ProblemCell(this::goTo, this::apply));
        editor.checkProperty().addListener((o, was, is) -> showProblems(is));
        editor.problemProperty().addListener((o, was, is) -> showFailure());
        viewModel.problemProperty().addListener((o, was, is) -> showFailure());
        editor.conflictProperty().addListener((o, was, is) -> showFailure());
        CopyMenu.on(problemLabel);
        checkState.textProperty().bind(editor.stateProperty());
        showWhen(checkState, editor.stateProperty().isNotEmpty());
        showProblems(null);
        showFailure();
    }

    private void bindFoot() {
        noteField.textProperty().bindBidirectional(editor.noteProperty());
        saveButton.disableProperty().bind(editor.saveBlockedProperty().isNotEmpty());
        noteField.disableProperty().bind(editor.changedProperty().not());
        sayWhy(saveHolder, saveButton, editor.saveBlockedProperty());
        trainButton.disableProperty().bind(Bindings.createBooleanBinding(this::cannotTrain, editor.openedProperty()));
        editor.changedProperty().addListener((o, was, is) -> sayWhatIsTrained());
        sayWhatIsTrained();
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
        Tooltip.install(trainHolder, new Tooltip(words));
        trainButton.setAccessibleHelp(words);
    }

    /** A disabled button shows no tooltip, so what holds it says the reason. */
    private static void sayWhy(Node holder, Button button, ReadOnlyStringProperty why) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(why);
        button.accessibleHelpProperty().bind(why);
        Runnable update = () -> {
            Tooltip.uninstall(holder, tooltip);
            if (!why.get().isEmpty()) {
                Tooltip.install(holder, tooltip);
            }
        };
        why.addListener((o, was, is) -> update.run());
        update.run();
    }

    private void show(@Nullable Opened now) {
        boolean text = now != null
                && (now.kind() == null
                        || !now.savedText().isEmpty()
                        || !now.text().isEmpty());
        if (now != null
                && !codeEditor.area().getText().equals(editor.textProperty().get())) {
            codeEditor.show(editor.textProperty().get());
        }
        codeEditor.setEditable(now != null && !now.readOnly());
        heading.setText(now == null ? "" : now.title().isEmpty() ? Texts.get("strategies.untitled") : now.title());
        subheading.setText(now == null ? "" : subtitle(now));
        rulesLabel.setText(now == null ? "" : Texts.get("strategies.no_text", now.description()));
        rulesPane.setVisible(now != null && !text);
        diffPane.setVisible(false);
        showWhen(questionBar, false);
        conditionsToggle.setDisable(!text);
        textToggle.setDisable(!text);
        sayReadOnly(now, text);
        markInList();
        markVersion();
        sayWhatIsTrained();
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

    private void sayReadOnly(@Nullable Opened now, boolean text) {
        boolean shown = now != null && now.readOnly();
        showWhen(readOnlyBar, shown);
        if (now == null || !shown) {
            return;
        }
        boolean old = now.isOldVersion();
        readOnlyLabel.setText(
                old
                        ? Texts.get("strategies.read_only.old", now.versionNumber(), now.newestNumber())
                        : now.archived()
                                ? Texts.get("strategies.read_only.archived")
                                : Texts.get(text ? "strategies.read_only.built_in" : "strategies.read_only.java"));
        showWhen(compareButton, old);
        showWhen(restoreButton, old);
        showWhen(unarchiveButton, now.archived());
        showWhen(copyToEditButton, text && !old);
    }

    private void showView() {
        boolean covered = rulesPane.isVisible() || diffPane.isVisible();
        boolean asConditions = conditionsToggle.isSelected() && !covered;
        conditionsPane.setVisible(asConditions);
        codeEditor.setVisible(!asConditions && !covered);
        conditions.setShown(asConditions);
    }

    private void markInList() {
        Opened now = editor.openedProperty().get();
        showing = true;
        strategyList.getSelectionModel().clearSelection();
        for (StrategyItem item : viewModel.items()) {
            if (now != null && item.key().equals(now.key())) {
                strategyList.getSelectionModel().select(item);
            }
        }
        showing = false;
    }

    private void markVersion() {
        Opened now = editor.openedProperty().get();
        showing = true;
        showWhen(versionBox, !viewModel.versions().isEmpty());
        versionBox.setValue(viewModel.versions().stream()
                .filter(v -> now != null && Integer.valueOf(v.version()).equals(now.version()))
                .findFirst()
                .orElse(null));
        showing = false;
    }

    private void showProblems(@Nullable StrategyCheck check) {
        Opened now = editor.openedProperty().get();
        List<TextProblem> problems = check == null ? List.of() : check.problems();
        problemList.getItems().setAll(problems);
        problemsTitle.setText(Texts.get(
                problems.size() == 1 ? "strategies.problems.one" : "strategies.problems.count", problems.size()));
        showWhen(problemsBox, !problems.isEmpty());
        codeEditor.setProblems(problems);
        if (now != null && now.kind() == null && check != null && check.title() != null) {
            heading.setText(check.title());
        }
    }

    private void showFailure() {
        String words = editor.problemProperty().get().isEmpty()
                ? viewModel.problemProperty().get()
                : editor.problemProperty().get();
        problemLabel.setText(words);
        showWhen(problemBanner, !words.isEmpty());
        boolean conflict = editor.conflictProperty().get();
        boolean saved = editor.openedProperty().get() != null
                && editor.openedProperty().get().name() != null;
        showWhen(conflictButtons, conflict);
        showWhen(seeOtherButton, conflict && saved);
        showWhen(saveOnTopButton, conflict && saved);
        showWhen(saveAsCopyButton, conflict);
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
        int line = codeEditor.area().getCurrentParagraph() + 1;
        problemList.getItems().stream()
                .filter(p -> p.line() == line && p.suggestion() != null)
                .findFirst()
                .ifPresent(this::apply);
    }

    private void help(String word) {
        String words = viewModel.vocabularyProperty().get().help(word).orElse("");
        helpLabel.setText(words.isEmpty() ? Texts.get("strategies.help.none", word) : words);
        showWhen(helpBox, true);
    }

    private void importFile() {
        texts.open(root.getScene().getWindow())
                .ifPresent(file -> context.background()
                        .call(() -> texts.read(file))
                        .onSuccess(viewModel::createFrom)
                        .onError(e -> context.navigation()
                                .tell(Texts.get(
                                        "strategies.import.failed",
                                        file.getFileName(),
                                        String.valueOf(e.getMessage()))))
                        .start());
    }

    private void exportFile() {
        Opened now = editor.openedProperty().get();
        String text = editor.textProperty().get();
        if (now != null && !text.isEmpty()) {
            String name = now.name() == null ? "strategy" : now.name().toLowerCase(Locale.ROOT);
            String version = now.version() == null ? "" : "-v" + now.version();
            export.write(
                    root.getScene().getWindow(),
                    name + version + ".strategy",
                    () -> text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void ask(String question, Runnable onYes) {
        questionLabel.setText(question);
        showWhen(questionBar, true);
        yesButton.setOnAction(e -> {
            showWhen(questionBar, false);
            onYes.run();
        });
        noButton.setOnAction(e -> showWhen(questionBar, false));
        noButton.requestFocus();
    }

    private void compare(String left, String leftText, String right, String rightText) {
        diffPane.setContent(new VersionDiff(left, leftText, right, rightText, () -> {
            diffPane.setVisible(false);
            showView();
        }));
        diffPane.setVisible(true);
        showView();
    }

    private static void showWhen(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static void showWhen(Node node, ObservableBooleanValue shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(node.visibleProperty());
    }

    @FXML
    private void onSave() {
        editor.save();
    }

    @FXML
    private void onTrain() {
        viewModel.train();
    }

    @FXML
    private void onCopy() {
        viewModel.copy();
    }

    @FXML
    private void onRestore() {
        if (viewModel.hasDraft()) {
            ask(Texts.get("strategies.restore.ask"), viewModel::restoreVersion);
        } else {
            viewModel.restoreVersion();
        }
    }

    @FXML
    private void onUnarchive() {
        viewModel.archive(false);
    }

    @FXML
    private void onSaveOnTop() {
        editor.saveOnTop();
    }

    @FXML
    private void onCompare() {
        Opened now = editor.openedProperty().get();
        if (now != null && !viewModel.versions().isEmpty()) {
            StrategyVersion newest = viewModel.versions().get(0);
            compare(
                    Texts.get("strategies.version.of", now.versionNumber()),
                    now.savedText(),
                    Texts.get("strategies.version.of", newest.version()),
                    newest.text());
        }
    }

    @FXML
    private void onSeeOther() {
        Opened now = editor.openedProperty().get();
        String name = now == null ? null : now.name();
        if (name != null) {
            String mine = editor.textProperty().get();
            context.background()
                    .call(() ->
                            context.client().written().versions(name).versions().get(0))
                    .onSuccess(newest -> compare(
                            Texts.get("strategies.version.mine"),
                            mine,
                            Texts.get("strategies.version.of", newest.version()),
                            newest.text()))
                    .onError(e -> context.navigation().tell(Failures.sentence(e)))
                    .start();
        }
    }

    /** A new strategy from the first template. */
    public void createNew() {
        menus.createFirst(viewModel.vocabularyProperty().get());
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void opened() {
        viewModel.load();
        preview.load();
    }

    @Override
    public void closed() {
        viewModel.letGo();
        editor.letGo();
        preview.letGo();
        export.letGo();
    }

    @Override
    public void refresh() {
        viewModel.load();
        preview.load();
        editor.checkNow();
    }

    @Override
    public void search() {
        views.selectToggle(textToggle);
        find.open();
    }

    @Override
    public void primaryAction() {
        if (!trainButton.isDisabled()) {
            viewModel.train();
        }
    }
}
