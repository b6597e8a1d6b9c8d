package studio.desktop.strategies;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fx.CopyMenu;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Texts;
import studio.model.strategy.StrategyVersion;

/** What stands above the text: what failed, a version that somebody else saved meanwhile, and why a text can only be read. */
@SuppressWarnings("NullAway.Init")
public final class StrategyNoticeController {
    private final DesktopContext context;
    private final StrategiesViewModel viewModel;
    private final EditorViewModel editor;
    private final SavingViewModel saving;
    private final Page page;
    private final Parent root;

    /** What the page does for its notices. */
    interface Page extends StrategyMenus.Ask {
        /** Shows two texts side by side. */
        void compare(String left, String leftText, String right, String rightText);
    }

    @FXML
    private VBox notices;

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

    StrategyNoticeController(DesktopContext context, StrategiesViewModel viewModel, Page page) {
        this.context = context;
        this.viewModel = viewModel;
        this.editor = viewModel.editor();
        this.saving = viewModel.saving();
        this.page = page;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        saving.problemProperty().addListener((o, was, is) -> showFailure());
        saving.conflictProperty().addListener((o, was, is) -> showFailure());
        viewModel.problemProperty().addListener((o, was, is) -> showFailure());
        editor.openedProperty().addListener((o, was, is) -> sayReadOnly());
        CopyMenu.on(problemLabel);
        Shown.when(notices, Bindings.or(problemBanner.visibleProperty(), readOnlyBar.visibleProperty()));
        showFailure();
        sayReadOnly();
    }

    private void showFailure() {
        String words = saving.problemProperty().get().isEmpty()
                ? viewModel.problemProperty().get()
                : saving.problemProperty().get();
        problemLabel.setText(words);
        Shown.when(problemBanner, !words.isEmpty());
        boolean conflict = saving.conflictProperty().get();
        Opened now = editor.openedProperty().get();
        boolean saved = now != null && now.name() != null;
        Shown.when(conflictButtons, conflict);
        Shown.when(seeOtherButton, conflict && saved);
        Shown.when(saveOnTopButton, conflict && saved);
        Shown.when(saveAsCopyButton, conflict);
    }

    private void sayReadOnly() {
        Opened now = editor.openedProperty().get();
        boolean shown = now != null && now.readOnly();
        Shown.when(readOnlyBar, shown);
        if (now == null || !shown) {
            return;
        }
        boolean old = now.isOldVersion();
        boolean text = now.hasText();
        readOnlyLabel.setText(
                old
                        ? Texts.get("strategies.read_only.old", now.versionNumber(), now.newestNumber())
                        : now.archived()
                                ? Texts.get("strategies.read_only.archived")
                                : Texts.get(text ? "strategies.read_only.built_in" : "strategies.read_only.java"));
        Shown.when(compareButton, old);
        Shown.when(restoreButton, old);
        Shown.when(unarchiveButton, now.archived());
        Shown.when(copyToEditButton, text && !old);
    }

    @FXML
    private void onCompare() {
        Opened now = editor.openedProperty().get();
        if (now != null && !viewModel.versions().isEmpty()) {
            StrategyVersion newest = viewModel.versions().get(0);
            page.compare(
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
                    .onSuccess(newest -> page.compare(
                            Texts.get("strategies.version.mine"),
                            mine,
                            Texts.get("strategies.version.of", newest.version()),
                            newest.text()))
                    .onError(e -> context.navigation().tell(Failures.sentence(e)))
                    .start();
        }
    }

    @FXML
    private void onSaveOnTop() {
        saving.saveOnTop();
    }

    @FXML
    private void onCopy() {
        viewModel.copy();
    }

    @FXML
    private void onRestore() {
        if (viewModel.hasDraft()) {
            page.ask(Texts.get("strategies.restore.ask"), viewModel::restoreVersion);
        } else {
            viewModel.restoreVersion();
        }
    }

    @FXML
    private void onUnarchive() {
        viewModel.archive(false);
    }

    Parent root() {
        return root;
    }
}
