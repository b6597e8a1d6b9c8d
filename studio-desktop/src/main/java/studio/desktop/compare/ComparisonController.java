package studio.desktop.compare;

import java.time.Instant;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import studio.desktop.chart.ChartFrame;
import studio.desktop.chart.CurvesChart;
import studio.desktop.context.DesktopContext;
import studio.desktop.fx.CopyMenu;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Screen;
import studio.desktop.fx.Texts;
import studio.desktop.results.FileChoice;
import studio.desktop.results.FileExport;

/** Two to five trainings side by side; {@code close} goes back to where the analyst was. */
@SuppressWarnings("NullAway.Init")
public final class ComparisonController implements Screen {
    private static final PseudoClass DIFFERENT = PseudoClass.getPseudoClass("different");
    private static final double NARROWEST_RUN = 210;
    private static final double ALL_RUNS = 840;

    private final DesktopContext context;
    private final ComparisonViewModel viewModel;
    private final FileExport export;
    private final Runnable close;
    private final Parent root;

    @FXML
    private Label note;

    @FXML
    private ProgressIndicator loadingIndicator;

    @FXML
    private HBox problemBanner;

    @FXML
    private Label problemLabel;

    @FXML
    private CheckBox onlyDifferences;

    @FXML
    private ChartFrame curvesFrame;

    @FXML
    private CurvesChart curvesChart;

    @FXML
    private TableView<ComparisonRow> comparisonTable;

    public ComparisonController(List<String> jobIds, DesktopContext context, FileChoice files, Runnable close) {
        this.context = context;
        this.viewModel = new ComparisonViewModel(context, jobIds);
        this.export =
                new FileExport(context, files, sentence -> context.navigation().tell(sentence));
        this.close = close;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        note.textProperty().bind(viewModel.noteProperty());
        loadingIndicator.visibleProperty().bind(viewModel.loadingProperty());
        problemLabel.textProperty().bind(viewModel.problemProperty());
        CopyMenu.on(problemLabel);
        problemBanner.visibleProperty().bind(viewModel.problemProperty().isNotEmpty());
        problemBanner.managedProperty().bind(problemBanner.visibleProperty());
        onlyDifferences.selectedProperty().bindBidirectional(viewModel.onlyDifferencesProperty());
        comparisonTable.setItems(viewModel.rows());
        comparisonTable.setRowFactory(t -> new DifferenceRow());
        viewModel.runs().addListener((javafx.beans.InvalidationListener) o -> show());
        export.pictures(curvesFrame);
    }

    private void show() {
        curvesChart.show(viewModel.curves(), context.formats());
        comparisonTable.getColumns().clear();
        column("compare-section", Texts.get("compare.column.section"), 100, ComparisonRow::section);
        column("compare-name", Texts.get("compare.column.name"), 210, ComparisonRow::name);
        // Told by a sign, not by the shade of the row alone.
        column("compare-mark", "", 34, row -> row.differs() ? "≠" : "");
        double width =
                Math.max(NARROWEST_RUN, ALL_RUNS / Math.max(1, viewModel.runs().size()));
        for (int i = 0; i < viewModel.runs().size(); i++) {
            int place = i;
            ComparedRun run = viewModel.runs().get(i);
            TableColumn<ComparisonRow, String> made =
                    column("compare-run-" + i, "", width, row -> row.values().get(place));
            made.setCellFactory(c -> new RunCell(place));
            Instant asked = run.job().summary().createdAt();
            Label head = new Label(CurvesChart.letter(i) + "  " + run.name() + "\n"
                    + context.formats().dateTime(asked));
            head.setTooltip(new Tooltip(
                    run.job().summary().jobId() + "\n" + context.formats().utc(asked)));
            made.setGraphic(head);
        }
    }

    private TableColumn<ComparisonRow, String> column(
            String id, String title, double width, java.util.function.Function<ComparisonRow, String> words) {
        TableColumn<ComparisonRow, String> column = new TableColumn<>(title);
        column.setId(id);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        comparisonTable.getColumns().add(column);
        return column;
    }

    @FXML
    private void onBack() {
        close.run();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void opened() {
        viewModel.load();
    }

    @Override
    public void closed() {
        viewModel.letGo();
        export.letGo();
    }

    @Override
    public void refresh() {
        viewModel.load();
    }

    /** What one run has there; strong where the first one has something else. */
    private static final class RunCell extends TableCell<ComparisonRow, String> {
        private final int place;

        RunCell(int place) {
            this.place = place;
        }

        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty ? null : words);
            TableRow<ComparisonRow> row = getTableRow();
            ComparisonRow shown = row == null || empty ? null : row.getItem();
            pseudoClassStateChanged(DIFFERENT, shown != null && shown.differsFromFirst(place));
        }
    }

    private static final class DifferenceRow extends TableRow<ComparisonRow> {
        @Override
        protected void updateItem(@Nullable ComparisonRow row, boolean empty) {
            super.updateItem(row, empty);
            setTooltip(row == null || empty || row.meaning().isEmpty() ? null : new Tooltip(row.meaning()));
        }
    }
}
