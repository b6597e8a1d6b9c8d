package studio.desktop.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import studio.desktop.context.DesktopContext;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Screen;
import studio.desktop.fx.Texts;
import studio.desktop.progress.ProgressFeed;
import studio.desktop.results.FigureFormat;
import studio.model.job.JobStatus;
import studio.model.job.JobSummary;

/** The history page. */
public final class HistoryController implements Screen {
    private static final Set<String> NUMBERS = Set.of("best_score", "net_profit", "trades", "duration");

    private final FigureFormat format;
    private final HistoryViewModel viewModel;
    private final RowActionsViewModel actions;
    private final Parent root;

    @FXML
    private TextField searchField;

    @FXML
    private ChoiceBox<StatusFilter> statusFilter;

    @FXML
    private ChoiceBox<String> strategyFilter;

    @FXML
    private Button refreshButton;

    @FXML
    private ProgressIndicator loadingIndicator;

    @FXML
    private Label countLabel;

    @FXML
    private HBox problemBanner;

    @FXML
    private Label problemLabel;

    @FXML
    private TableView<HistoryRow> table;

    @FXML
    private Label placeholderLabel;

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
    private HBox actionBar;

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
    private Button deleteButton;

    @FXML
    private Button copyIdButton;

    public HistoryController(DesktopContext context, ProgressFeed feed) {
        this.format = new FigureFormat(context.formats());
        this.viewModel = new HistoryViewModel(context, feed);
        this.actions = new RowActionsViewModel(context, viewModel);
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        bindFilters();
        addColumns();
        table.setItems(viewModel.rows());
        table.setRowFactory(t -> new JobRow(viewModel, () -> actions.run(RowAction.OPEN)));
        table.setSortPolicy(t -> sortOnServer());
        placeholderLabel.textProperty().bind(viewModel.placeholderProperty());
        table.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> actions.select(is));
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        bindActions();
        countLabel.textProperty().bind(viewModel.countProperty());
        loadingIndicator.visibleProperty().bind(viewModel.loadingProperty());
        problemLabel.textProperty().bind(viewModel.problemProperty());
        showWhen(problemBanner, viewModel.problemProperty().isNotEmpty());
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
        actions.editingProperty().addListener((o, was, is) -> (is ? nameField : table).requestFocus());
    }

    private void bindFilters() {
        searchField.textProperty().bindBidirectional(viewModel.searchProperty());
        statusFilter.getItems().setAll(StatusFilter.values());
        statusFilter.setValue(StatusFilter.ALL);
        statusFilter
                .valueProperty()
                .addListener((o, was, is) -> viewModel.statusProperty().set(is.wireNames()));
        String all = Texts.get("history.strategy.all");
        strategyFilter.getItems().setAll(List.of(all));
        strategyFilter.setValue(all);
        viewModel.strategies().addListener((ListChangeListener<String>) c -> {
            List<String> items = new ArrayList<>(List.of(all));
            items.addAll(viewModel.strategies());
            String chosen = strategyFilter.getValue();
            strategyFilter.getItems().setAll(items);
            strategyFilter.setValue(items.contains(chosen) ? chosen : all);
        });
        strategyFilter
                .valueProperty()
                .addListener((o, was, is) -> viewModel.strategyProperty().set(is == null || is.equals(all) ? "" : is));
    }

    private void addColumns() {
        add("status", 110, "status", () -> new HistoryCells.StatusCell(format));
        add("strategy", 132, "strategy", () -> HistoryCells.text(JobSummary::strategy));
        add("symbol", 80, "symbol", () -> HistoryCells.text(JobSummary::symbol));
        add(
                "timeframe",
                42,
                "timeframe",
                () -> HistoryCells.text(j -> j.timeframe().wireName()));
        add(
                "optimizer",
                90,
                "optimizer",
                () -> HistoryCells.text(j -> j.optimizer().wireName()));
        add("best_score", 66, "best_score", () -> HistoryCells.number(j -> format.score(j.bestScore())));
        add("net_profit", 96, "net_profit_pct", () -> HistoryCells.profit(format));
        add("trades", 72, "trades", () -> HistoryCells.number(j -> format.count(j.trades())));
        add("stage", 92, "", () -> HistoryCells.text(HistoryController::stage));
        add("started", 168, "started_at", () -> HistoryCells.time(format));
        add("duration", 88, "duration", () -> HistoryCells.number(j -> HistoryCells.duration(j, format)));
        add("name", 70, "name", () -> HistoryCells.text(HistoryController::named));
    }

    private static String stage(JobSummary job) {
        if (job.stage() == null) {
            return FigureFormat.UNDEFINED;
        }
        return job.verdict() == null ? job.stage() : job.stage() + " · " + job.verdict();
    }

    private static String named(JobSummary job) {
        List<String> parts = new ArrayList<>();
        if (job.pinned()) {
            parts.add("★");
        }
        if (!job.name().isBlank()) {
            parts.add(job.name());
        }
        job.tags().forEach(tag -> parts.add("#" + tag));
        return String.join(" ", parts);
    }

    private void add(String id, double width, String sortKey, Supplier<TableCell<HistoryRow, JobSummary>> cell) {
        TableColumn<HistoryRow, JobSummary> column = new TableColumn<>(Texts.get("history.column." + id));
        column.setId("column-" + id);
        column.setPrefWidth(width);
        column.setSortable(!sortKey.isEmpty());
        column.setUserData(sortKey);
        column.setCellValueFactory(row -> row.getValue().jobProperty());
        column.setCellFactory(c -> cell.get());
        if (NUMBERS.contains(id)) {
            column.getStyleClass().add("number-column");
        }
        table.getColumns().add(column);
    }

    /** The server sorts: rows that are here are only some of all. */
    private boolean sortOnServer() {
        if (table.getSortOrder().isEmpty()) {
            viewModel.sortBy("-created_at");
        } else {
            TableColumn<HistoryRow, ?> column = table.getSortOrder().get(0);
            boolean descending = column.getSortType() == TableColumn.SortType.DESCENDING;
            viewModel.sortBy((descending ? "-" : "") + column.getUserData());
        }
        return true;
    }

    private void bindActions() {
        Map<RowAction, Button> buttons = new EnumMap<>(RowAction.class);
        buttons.put(RowAction.OPEN, openButton);
        buttons.put(RowAction.RERUN, rerunButton);
        buttons.put(RowAction.EDIT, editButton);
        buttons.put(RowAction.CANCEL, cancelButton);
        buttons.put(RowAction.RENAME, renameButton);
        buttons.put(RowAction.PIN, pinButton);
        buttons.put(RowAction.DELETE, deleteButton);
        buttons.put(RowAction.COPY_ID, copyIdButton);
        pinButton.textProperty().bind(actions.pinLabelProperty());
        ContextMenu menu = new ContextMenu();
        buttons.forEach((action, button) -> {
            var blocked = actions.blockedProperty(action);
            button.disableProperty().bind(blocked.isNotEmpty());
            button.setOnAction(e -> run(action));
            button.accessibleHelpProperty().bind(blocked);
            sayWhy(button.getParent(), blocked);
            MenuItem item = new MenuItem();
            item.setId("menu-" + action.name().toLowerCase(Locale.ROOT));
            item.textProperty().bind(button.textProperty());
            item.disableProperty().bind(blocked.isNotEmpty());
            item.setOnAction(e -> run(action));
            menu.getItems().add(item);
        });
        table.setContextMenu(menu);
    }

    /** A disabled button shows no tooltip, so what holds it tells the reason. */
    private static void sayWhy(Node holder, javafx.beans.property.ReadOnlyStringProperty blocked) {
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

    private void run(RowAction action) {
        HistoryRow row = actions.selected();
        if (action == RowAction.COPY_ID && row != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(row.jobId());
            Clipboard.getSystemClipboard().setContent(content);
        }
        actions.run(action);
    }

    private void onKey(KeyEvent e) {
        RowAction action = switch (e.getCode()) {
            case ENTER -> RowAction.OPEN;
            case DELETE -> RowAction.DELETE;
            case F2 -> RowAction.RENAME;
            case C -> e.isShortcutDown() ? RowAction.COPY_ID : null;
            case R -> e.isShortcutDown() ? RowAction.RERUN : null;
            default -> null;
        };
        if (action != null) {
            run(action);
            e.consume();
        }
    }

    private static void showWhen(Node node, ObservableBooleanValue shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(node.visibleProperty());
    }

    @FXML
    private void onRefresh() {
        viewModel.reload();
    }

    @FXML
    private void onYes() {
        actions.confirm();
        table.requestFocus();
    }

    @FXML
    private void onNo() {
        actions.dismiss();
        table.requestFocus();
    }

    @FXML
    private void onSave() {
        actions.save();
    }

    @FXML
    private void onDiscard() {
        actions.discard();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void opened() {
        viewModel.open();
    }

    @Override
    public void closed() {
        viewModel.close();
    }

    @Override
    public void refresh() {
        viewModel.reload();
    }

    @Override
    public void search() {
        searchField.requestFocus();
        searchField.selectAll();
    }

    /** What the status filter offers. */
    enum StatusFilter {
        ALL(""),
        ACTIVE(JobStatus.PENDING + "," + JobStatus.RUNNING + "," + JobStatus.CANCELLING),
        COMPLETED(JobStatus.COMPLETED.name()),
        FAILED(JobStatus.FAILED.name()),
        CANCELLED(JobStatus.CANCELLED.name());

        private final String wireNames;

        StatusFilter(String wireNames) {
            this.wireNames = wireNames;
        }

        String wireNames() {
            return wireNames;
        }

        @Override
        public String toString() {
            return Texts.get("history.filter." + name().toLowerCase(Locale.ROOT));
        }
    }
}
