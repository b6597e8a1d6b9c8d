package studio.desktop.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import studio.desktop.context.DesktopContext;
import studio.desktop.fx.Background.Ticket;
import studio.desktop.fx.CopyMenu;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Screen;
import studio.desktop.fx.Texts;
import studio.desktop.progress.ProgressFeed;
import studio.desktop.results.FigureFormat;
import studio.desktop.results.FileChoice;
import studio.desktop.results.FileExport;
import studio.model.job.JobSummary;

/** The history page. */
public final class HistoryController implements Screen {
    private static final Pattern SORT = Pattern.compile("(-?)(.+)");

    private final DesktopContext context;
    private final FileExport export;
    private final BulkViewModel bulk;
    private final HistoryViewModel viewModel;
    private final RowActionsViewModel actions;
    private final HistoryActionsController rowActions;
    private Set<String> chosenBefore = Set.of();
    private boolean reloading;
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
    private VBox actionsPane;

    @FXML
    private VBox historyPage;

    @FXML
    private VBox bulkPane;

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

    public HistoryController(DesktopContext context, ProgressFeed feed, FileChoice files) {
        this.context = context;
        this.viewModel = new HistoryViewModel(context, feed);
        this.actions = new RowActionsViewModel(context, viewModel);
        this.bulk = new BulkViewModel(context, viewModel);
        this.export = new FileExport(context, files, viewModel::tellProblem);
        this.rowActions = new HistoryActionsController(
                context, actions, export, bulk.countProperty().lessThan(2), this::focusTable);
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        bindFilters();
        HistoryColumns columns =
                new HistoryColumns(table, new FigureFormat(context.formats()), context.settings(), viewModel::title);
        columns.add();
        columns.fill(columnsMenu);
        showSort();
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setItems(viewModel.rows());
        table.setRowFactory(t -> new JobRow(viewModel, () -> actions.run(RowAction.OPEN)));
        table.setSortPolicy(t -> sortOnServer());
        viewModel.onReload(this::rememberChosen, this::chooseAgain);
        placeholderLabel.textProperty().bind(viewModel.placeholderProperty());
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<HistoryRow>) c -> onChosen());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        historyPage.addEventHandler(KeyEvent.KEY_PRESSED, this::onEscape);
        table.setContextMenu(rowActions.menu());
        bulkPane.getChildren().setAll(new HistoryBulkController(bulk, this::exportChosen).root());
        HistoryActionsController.showWhen(bulkPane, bulk.countProperty().greaterThan(1));
        actionsPane.getChildren().setAll(rowActions.root());
        countLabel.textProperty().bind(viewModel.countProperty());
        loadingIndicator.visibleProperty().bind(viewModel.slowProperty());
        problemLabel.textProperty().bind(viewModel.problemProperty());
        CopyMenu.on(problemLabel);
        HistoryActionsController.showWhen(
                problemBanner, viewModel.problemProperty().isNotEmpty());
    }

    private void rememberChosen() {
        reloading = true;
        chosenBefore = table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(HistoryRow::jobId)
                .collect(Collectors.toSet());
    }

    private void chooseAgain() {
        for (int i = 0; i < viewModel.rows().size() && !chosenBefore.isEmpty(); i++) {
            if (chosenBefore.contains(viewModel.rows().get(i).jobId())) {
                table.getSelectionModel().select(i);
            }
        }
        reloading = false;
        onChosen();
    }

    /** One row has the actions of a row; several have those of many. */
    private void onChosen() {
        // While all rows are exchanged nothing is chosen for a moment; that is no choice.
        if (reloading) {
            return;
        }
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
        filterButton.selectedProperty().addListener((o, was, is) -> fillFilters());
        HistoryActionsController.showWhen(filterPane, filterButton.selectedProperty());
        filterButton
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> viewModel.narrowedProperty().get() == 0
                                ? Texts.get("history.filters")
                                : Texts.get(
                                        "history.filters.on",
                                        viewModel.narrowedProperty().get()),
                        viewModel.narrowedProperty()));
        HistoryActionsController.showWhen(
                clearButton,
                viewModel
                        .narrowedProperty()
                        .greaterThan(0)
                        .or(viewModel.searchProperty().isNotEmpty()));
        String all = Texts.get("history.strategy.all");
        StringProperty strategy = viewModel.filters().property(HistoryFilters.Field.STRATEGY);
        strategyFilter.setConverter(new StrategyTitles(all, viewModel));
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
            // Rows that came before the titles.
            table.refresh();
        });
        strategyFilter.valueProperty().addListener((o, was, is) -> {
            // The list is filled anew for a moment when strategies come; that is no choice.
            if (is != null) {
                strategy.set(is.equals(all) ? "" : is);
            }
        });
    }

    /** Made when they are first asked for: nineteen fields are a third of the page. */
    private void fillFilters() {
        if (filterPane.getChildren().isEmpty()) {
            filterPane.getChildren().setAll(new HistoryFiltersController(viewModel.filters()).root());
        }
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

    private void exportChosen() {
        List<JobSummary> jobs = bulk.jobs();
        export.write(window(), "trainings.csv", () -> JobsCsv.write(jobs));
    }

    private void focusTable() {
        table.requestFocus();
    }

    private Window window() {
        return root.getScene().getWindow();
    }

    /** Esc is No to whatever is asked. */
    private void onEscape(KeyEvent e) {
        boolean asked = !actions.questionProperty().get().isEmpty()
                || !bulk.questionProperty().get().isEmpty();
        if (e.getCode() == KeyCode.ESCAPE && asked) {
            actions.dismiss();
            bulk.dismiss();
            focusTable();
            e.consume();
        }
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
            rowActions.run(action);
            e.consume();
        }
    }

    @FXML
    private void onClear() {
        viewModel.filters().clear();
    }

    @FXML
    private void onRefresh() {
        viewModel.reload();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Ticket prepare(Runnable done) {
        return viewModel.prefetch(done);
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
}
