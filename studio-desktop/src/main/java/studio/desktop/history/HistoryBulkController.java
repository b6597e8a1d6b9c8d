package studio.desktop.history;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Texts;

/** The bar that stands under the history while several rows are chosen. */
@SuppressWarnings("NullAway.Init")
public final class HistoryBulkController {
    private final BulkViewModel bulk;
    private final Runnable export;
    private final Parent root;

    @FXML
    private Label bulkCount;

    @FXML
    private Button compareButton;

    @FXML
    private TextField bulkTag;

    @FXML
    private Button bulkTagButton;

    @FXML
    private Button bulkPinButton;

    @FXML
    private Button bulkExportButton;

    @FXML
    private Button bulkCancelButton;

    @FXML
    private Button bulkDeleteButton;

    @FXML
    private HBox bulkQuestionBox;

    @FXML
    private Label bulkQuestion;

    @FXML
    private Button bulkNoButton;

    /** {@code export} writes the chosen rows to a file. */
    HistoryBulkController(BulkViewModel bulk, Runnable export) {
        this.bulk = bulk;
        this.export = export;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        bulkCount
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.get(
                                "history.bulk.count", bulk.countProperty().get()),
                        bulk.countProperty()));
        Map<BulkAction, Button> buttons = new EnumMap<>(BulkAction.class);
        buttons.put(BulkAction.COMPARE, compareButton);
        buttons.put(BulkAction.TAG, bulkTagButton);
        buttons.put(BulkAction.PIN, bulkPinButton);
        buttons.put(BulkAction.EXPORT, bulkExportButton);
        buttons.put(BulkAction.CANCEL, bulkCancelButton);
        buttons.put(BulkAction.DELETE, bulkDeleteButton);
        buttons.forEach((action, button) -> {
            var why = bulk.blockedProperty(action);
            button.disableProperty().bind(why.isNotEmpty());
            button.accessibleHelpProperty().bind(why);
            button.setOnAction(e -> bulk.run(action));
            // A disabled button shows no tooltip, so what holds it tells the reason.
            Tooltip told = new Tooltip();
            told.textProperty().bind(why);
            why.addListener((o, was, is) -> {
                Tooltip.uninstall(button.getParent(), told);
                if (!is.isEmpty()) {
                    Tooltip.install(button.getParent(), told);
                }
            });
        });
        bulkExportButton.setOnAction(e -> export.run());
        bulkTag.textProperty().bindBidirectional(bulk.tagProperty());
        bulkTag.setOnAction(e -> bulk.run(BulkAction.TAG));
        bulkQuestion.textProperty().bind(bulk.questionProperty());
        bulkQuestionBox.visibleProperty().bind(bulk.questionProperty().isNotEmpty());
        bulkQuestionBox.managedProperty().bind(bulkQuestionBox.visibleProperty());
        bulk.questionProperty().addListener((o, was, is) -> {
            if (!is.isEmpty()) {
                bulkNoButton.requestFocus();
            }
        });
    }

    @FXML
    private void onYes() {
        bulk.confirm();
    }

    @FXML
    private void onNo() {
        bulk.dismiss();
    }

    Parent root() {
        return root;
    }
}
