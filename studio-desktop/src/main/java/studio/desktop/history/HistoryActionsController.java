package studio.desktop.history;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import studio.desktop.context.DesktopContext;
import studio.desktop.fx.Fxml;
import studio.desktop.results.FileExport;
import studio.model.json.StudioJson;

/** What can be done with the chosen row: buttons under the table, the same as its menu, and the questions they ask. */
public final class HistoryActionsController {
    private static final Map<RowAction, String> KEYS = Map.of(
            RowAction.OPEN, "Enter",
            RowAction.RENAME, "F2",
            RowAction.DELETE, "Del",
            RowAction.RERUN, "Ctrl+R",
            RowAction.COPY_ID, "Ctrl+C");

    private final DesktopContext context;
    private final RowActionsViewModel actions;
    private final FileExport export;
    private final ObservableBooleanValue single;
    private final Runnable focusTable;
    private final ContextMenu menu = new ContextMenu();
    private final Parent root;

    @FXML
    private HBox questionBox;

    @FXML
    private Label questionLabel;

    @FXML
    private Button questionNoButton;

    @FXML
    private HBox editBox;

    @FXML
    private TextField nameField;

    @FXML
    private TextArea noteField;

    @FXML
    private TextField tagsField;

    @FXML
    private FlowPane actionBar;

    @FXML
    private Button openButton;

    @FXML
    private Button rerunButton;

    @FXML
    private Button editButton;

    @FXML
    private Button cancelButton;

    @FXML
    private Button renameButton;

    @FXML
    private Button pinButton;

    @FXML
    private Button exportButton;

    @FXML
    private Button deleteButton;

    @FXML
    private Button copyIdButton;

    /** {@code single} tells that no more than one row is chosen; {@code focusTable} goes back to the rows. */
    HistoryActionsController(
            DesktopContext context,
            RowActionsViewModel actions,
            FileExport export,
            ObservableBooleanValue single,
            Runnable focusTable) {
        this.context = context;
        this.actions = actions;
        this.export = export;
        this.single = single;
        this.focusTable = focusTable;
        this.root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    /** The same actions, for the table. */
    ContextMenu menu() {
        return menu;
    }

    @FXML
    private void initialize() {
        bindButtons();
        showWhen(actionBar, single);
        questionLabel.textProperty().bind(actions.questionProperty());
        showWhen(questionBox, actions.questionProperty().isNotEmpty());
        actions.questionProperty().addListener((o, was, is) -> {
            if (!is.isEmpty()) {
                questionNoButton.requestFocus();
            }
        });
        nameField.textProperty().bindBidirectional(actions.nameProperty());
        noteField.textProperty().bindBidirectional(actions.noteProperty());
        tagsField.textProperty().bindBidirectional(actions.tagsProperty());
        showWhen(editBox, actions.editingProperty());
        actions.editingProperty().addListener((o, was, is) -> {
            if (!is && isInEditor(root.getScene().getFocusOwner())) {
                focusTable.run();
            }
        });
    }

    private void bindButtons() {
        Map<RowAction, Button> buttons = new EnumMap<>(RowAction.class);
        buttons.put(RowAction.OPEN, openButton);
        buttons.put(RowAction.RERUN, rerunButton);
        buttons.put(RowAction.EDIT, editButton);
        buttons.put(RowAction.CANCEL, cancelButton);
        buttons.put(RowAction.RENAME, renameButton);
        buttons.put(RowAction.PIN, pinButton);
        buttons.put(RowAction.EXPORT, exportButton);
        buttons.put(RowAction.DELETE, deleteButton);
        buttons.put(RowAction.COPY_ID, copyIdButton);
        pinButton.textProperty().bind(actions.pinLabelProperty());
        buttons.forEach((action, button) -> {
            var blocked = actions.blockedProperty(action);
            button.disableProperty().bind(blocked.isNotEmpty());
            button.setOnAction(e -> run(action));
            button.accessibleHelpProperty().bind(blocked);
            sayWhy(button.getParent(), blocked);
            String keys = KEYS.get(action);
            if (keys != null) {
                button.setTooltip(new Tooltip(keys));
            }
            MenuItem item = new MenuItem();
            item.setId("menu-" + action.name().toLowerCase(Locale.ROOT));
            item.textProperty().bind(button.textProperty());
            item.disableProperty().bind(blocked.isNotEmpty());
            item.setOnAction(e -> run(action));
            menu.getItems().add(item);
        });
    }

    /** A disabled button shows no tooltip, so what holds it tells the reason. */
    private static void sayWhy(Node holder, ReadOnlyStringProperty blocked) {
        Tooltip why = new Tooltip();
        why.textProperty().bind(blocked);
        Runnable update = () -> {
            Tooltip.uninstall(holder, why);
            if (!blocked.get().isEmpty()) {
                Tooltip.install(holder, why);
            }
        };
        blocked.addListener((o, was, is) -> update.run());
        update.run();
    }

    /** Does to the chosen row what its button does. */
    void run(RowAction action) {
        HistoryRow row = actions.selected();
        if (action == RowAction.COPY_ID && row != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(row.jobId());
            Clipboard.getSystemClipboard().setContent(content);
        }
        if (action == RowAction.EXPORT && row != null) {
            export.write(
                    root.getScene().getWindow(),
                    "results-" + row.jobId() + ".json",
                    () -> StudioJson.lenient()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsBytes(context.client().results(row.jobId())));
        }
        actions.run(action);
        if (action == RowAction.RENAME && actions.editingProperty().get()) {
            nameField.requestFocus();
        }
    }

    private boolean isInEditor(@Nullable Node node) {
        return node != null && (node == editBox || isInEditor(node.getParent()));
    }

    static void showWhen(Node node, ObservableBooleanValue shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(node.visibleProperty());
    }

    @FXML
    private void onYes() {
        actions.confirm();
        focusTable.run();
    }

    @FXML
    private void onNo() {
        actions.dismiss();
        focusTable.run();
    }

    @FXML
    private void onSave() {
        actions.save();
    }

    @FXML
    private void onDiscard() {
        actions.discard();
    }
}
