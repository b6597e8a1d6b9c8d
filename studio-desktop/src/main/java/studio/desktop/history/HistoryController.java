package studio.desktop.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.desktop.context.DesktopContext;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Screen;
import studio.desktop.fx.Texts;
import studio.desktop.progress.ProgressFeed;
import studio.desktop.results.FigureFormat;
import studio.desktop.results.FileChoice;
import studio.desktop.results.FileExport;
import studio.model.job.JobStatus;
import studio.model.job.JobSummary;
import studio.model.json.StudioJson;

/** The history page. */
public final class HistoryController implements Screen {
    private static final Pattern SORT = Pattern.compile("(-?)(.+)");

    private final DesktopContext context;
    private final FileExport export;
    private final BulkViewModel bulk;
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
    private ToggleButton filterButton;

    @FXML
    private Button clearButton;

    @FXML
    private MenuButton columnsMenu;

    @FXML
    private VBox filterPane;

    @FXML
    private VBox bulkPane;

    @FXML
    private Button exportButton;

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

    public HistoryController(DesktopContext context, ProgressFeed feed, FileChoice files) {
        this.context = context;
        this.viewModel = new HistoryViewModel(context, feed);
        this.actions = new RowActionsViewModel(context, viewModel);
        this.bulk = new BulkViewModel(context, viewModel);
        this.export = new FileExport(context, files, viewModel::tellProblem);
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        bindFilters();
        HistoryColumns columns = new HistoryColumns(table, new FigureFormat(context.formats()), context.settings());
        columns.add();
        columns.fill(columnsMenu);
        showSort();
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setItems(viewModel.rows());
        table.setRowFactory(t -> new JobRow(viewModel, () -> actions.run(RowAction.OPEN)));
        table.setSortPolicy(t -> sortOnServer());
        placeholderLabel.textProperty().bind(viewModel.placeholderProperty());
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<HistoryRow>) c -> onChosen());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        bindActions();
        bulkPane.getChildren().setAll(new HistoryBulkController(bulk, this::exportChosen).root());
        showWhen(bulkPane, bulk.countProperty().greaterThan(1));
        showWhen(actionBar, bulk.countProperty().lessThan(2));
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

    /** One row has the actions of a row; several have those of many. */
    private void onChosen() {
        List<HistoryRow> chosen = table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
        actions.select(chosen.size() == 1 ? chosen.get(0) : null);
        bulk.choose(chosen);
    }

    private void bindFilters() {
        searchField.textProperty().bindBidirectional(viewModel.searchProperty());
        StringProperty status = viewModel.filters().property(HistoryFilters.Field.STATUS);
        statusFilter.getItems().setAll(StatusFilter.values());
        statusFilter.setValue(StatusFilter.of(status.get()));
        statusFilter.valueProperty().addListener((o, was, is) -> status.set(is.wireNames()));
        status.addListener((o, was, is) -> statusFilter.setValue(StatusFilter.of(is)));
        filterPane.getChildren().setAll(new HistoryFiltersController(viewModel.filters()).root());
        showWhen(filterPane, filterButton.selectedProperty());
        filterButton
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> viewModel.narrowedProperty().get() == 0
                                ? Texts.get("history.filters")
                                : Texts.get(
                                        "history.filters.on",
                                        viewModel.narrowedProperty().get()),
                        viewModel.narrowedProperty()));
        showWhen(
                clearButton,
                viewModel
                        .narrowedProperty()
                        .greaterThan(0)
                        .or(viewModel.searchProperty().isNotEmpty()));
        String all = Texts.get("history.strategy.all");
        StringProperty strategy = viewModel.filters().property(HistoryFilters.Field.STRATEGY);
        strategyFilter.getItems().setAll(List.of(all));
        if (!strategy.get().isEmpty()) {
            strategyFilter.getItems().add(strategy.get());
        }
        strategyFilter.setValue(strategy.get().isEmpty() ? all : strategy.get());
        strategy.addListener((o, was, is) -> strategyFilter.setValue(is == null || is.isEmpty() ? all : is));
        viewModel.strategies().addListener((ListChangeListener<String>) c -> {
            List<String> items = new ArrayList<>(List.of(all));
            items.addAll(viewModel.strategies());
            String chosen = strategyFilter.getValue();
            strategyFilter.getItems().setAll(items);
            strategyFilter.setValue(items.contains(chosen) ? chosen : all);
        });
        strategyFilter.valueProperty().addListener((o, was, is) -> {
            // The list is filled anew for a moment when strategies come; that is no choice.
            if (is != null) {
                strategy.set(is.equals(all) ? "" : is);
            }
        });
    }

    /** The arrow of the order that was remembered; the newest first needs none. */
    private void showSort() {
        Matcher sort = SORT.matcher(viewModel.sort());
        if (viewModel.sort().equals(HistoryViewModel.NEWEST) || !sort.matches()) {
            return;
        }
        table.getColumns().stream()
                .filter(c -> sort.group(2).equals(c.getUserData()))
                .findFirst()
                .ifPresent(column -> {
                    column.setSortType(
                            sort.group(1).isEmpty() ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
                    table.getSortOrder().setAll(List.of(column));
                });
    }

    /** The server sorts: rows that are here are only some of all. */
    private boolean sortOnServer() {
        if (table.getSortOrder().isEmpty()) {
            viewModel.sortBy(HistoryViewModel.NEWEST);
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
        buttons.put(RowAction.EXPORT, exportButton);
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
        if (action == RowAction.EXPORT && row != null) {
            export.write(
                    window(),
                    "results-" + row.jobId() + ".json",
                    () -> StudioJson.lenient()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsBytes(context.client().results(row.jobId())));
        }
        actions.run(action);
    }

    private void exportChosen() {
        List<JobSummary> jobs = bulk.jobs();
        export.write(window(), "trainings.csv", () -> JobsCsv.write(jobs));
    }

    private Window window() {
        return root.getScene().getWindow();
    }

    private void onKey(KeyEvent e) {
        if (bulk.countProperty().get() > 1) {
            if (e.getCode() == KeyCode.DELETE) {
                bulk.run(BulkAction.DELETE);
                e.consume();
            }
            return;
        }
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
    private void onClear() {
        viewModel.filters().clear();
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
        export.letGo();
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

        static StatusFilter of(@Nullable String wireNames) {
            return Arrays.stream(values())
                    .filter(f -> f.wireNames.equals(wireNames))
                    .findFirst()
                    .orElse(ALL);
        }

        @Override
        public String toString() {
            return Texts.get("history.filter." + name().toLowerCase(Locale.ROOT));
        }
    }
}
