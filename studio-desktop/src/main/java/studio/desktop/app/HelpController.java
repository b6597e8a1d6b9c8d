package studio.desktop.app;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fx.Background.Ticket;
import studio.desktop.fx.CatalogueWords;
import studio.desktop.fx.FxThread;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Screen;
import studio.desktop.fx.Texts;

/** F1: what every figure, field, parameter and key means, to search through. */
@SuppressWarnings("NullAway.Init")
public final class HelpController implements Screen {
    private final DesktopContext context;
    private final Runnable close;
    private final ObservableList<HelpEntry> all = FXCollections.observableArrayList();
    private final FilteredList<HelpEntry> found = new FilteredList<>(all);
    private final Parent root;
    private @Nullable Ticket asked;

    @FXML
    private TextField helpField;

    @FXML
    private TableView<HelpEntry> helpTable;

    @FXML
    private Label helpProblem;

    HelpController(DesktopContext context, List<Command> commands, Runnable close) {
        this.context = context;
        this.close = close;
        all.setAll(HelpEntry.ofBundle(commands));
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        helpField.textProperty().addListener((o, was, is) -> found.setPredicate(entry -> entry.matches(is)));
        column("part", 170, HelpEntry::part, false);
        column("name", 210, HelpEntry::name, false);
        column("meaning", 440, HelpEntry::meaning, true);
        helpTable.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        helpTable.setItems(found);
        helpProblem.managedProperty().bind(helpProblem.visibleProperty());
        helpProblem.visibleProperty().bind(helpProblem.textProperty().isNotEmpty());
    }

    private void column(
            String id, double width, java.util.function.Function<HelpEntry, String> words, boolean wrapped) {
        TableColumn<HelpEntry, String> column = new TableColumn<>(Texts.get("help.column." + id));
        column.setId("help-" + id);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        if (wrapped) {
            column.setCellFactory(c -> new WrappedCell());
        }
        helpTable.getColumns().add(column);
    }

    @FXML
    private void onClose() {
        close.run();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void opened() {
        FxThread.later(helpField::requestFocus);
        asked = context.background()
                .call(() -> context.client().strategies())
                .onSuccess(list -> all.addAll(HelpEntry.ofStrategies(CatalogueWords.of(list.strategies()))))
                .onError(e -> helpProblem.setText(Texts.get("help.no_parameters", Failures.sentence(e))))
                .start();
    }

    @Override
    public void closed() {
        if (asked != null) {
            asked.cancel();
            asked = null;
        }
    }

    /** Text that takes as many lines as it needs. */
    private static final class WrappedCell extends TableCell<HelpEntry, String> {
        private final Label words = new Label();

        WrappedCell() {
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
            words.maxWidthProperty().bind(widthProperty().subtract(16));
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            words.setText(empty ? null : text);
            setGraphic(empty ? null : words);
        }
    }
}
