package studio.desktop.marketdata;

import java.io.File;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import studio.desktop.context.DesktopContext;
import studio.desktop.fx.CopyMenu;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.HintCell;
import studio.desktop.fx.Screen;
import studio.desktop.fx.Texts;
import studio.model.market.DataTask;
import studio.model.market.SeriesInfo;
import studio.model.market.Timeframe;

/** The Market data page. Files dropped anywhere on it are taken for import. */
@SuppressWarnings("NullAway.Init")
public final class MarketDataController implements Screen {
    private final SeriesListViewModel model;
    private final ImportViewModel imports;
    private final BackfillViewModel backfill;
    private final Formats formats;
    private final TaskTexts texts;
    private final Parent importPanel;
    private final Parent backfillPanel;
    private final Parent root;

    @FXML
    private VBox page;

    @FXML
    private HBox problemBanner;

    @FXML
    private Label problemLabel;

    @FXML
    private TableView<SeriesInfo> seriesTable;

    @FXML
    private VBox partsBox;

    @FXML
    private FlowPane parts;

    @FXML
    private Label partsTitle;

    @FXML
    private Button importButton;

    @FXML
    private Button backfillButton;

    @FXML
    private Button fillButton;

    @FXML
    private ChoiceBox<String> resampleChoice;

    @FXML
    private Button resampleButton;

    @FXML
    private Button removeButton;

    @FXML
    private HBox removeBox;

    @FXML
    private Label removeLabel;

    @FXML
    private Button removeNoButton;

    @FXML
    private StackPane panelPane;

    @FXML
    private TableView<DataTask> taskTable;

    @FXML
    private Button cancelTaskButton;

    public MarketDataController(DesktopContext context) {
        this.formats = context.formats();
        this.texts = new TaskTexts(formats);
        this.model = new SeriesListViewModel(context);
        this.imports = new ImportViewModel(context, model::reload);
        this.backfill = new BackfillViewModel(context, model::reload);
        this.importPanel = new ImportController(imports, formats).root();
        this.backfillPanel = new BackfillController(backfill).root();
        this.root = Fxml.load(this);
    }

    /** The file that is being imported, for whoever drops one. */
    ImportViewModel imports() {
        return imports;
    }

    @FXML
    private void initialize() {
        seriesColumns();
        taskColumns();
        seriesTable.setItems(model.series());
        seriesTable
                .getSelectionModel()
                .selectedItemProperty()
                .addListener((o, was, is) -> model.selected().set(is));
        model.selected().addListener((o, was, is) -> {
            show(is);
            if (is != null) {
                seriesTable.getSelectionModel().select(is);
            }
        });
        show(null);
        problemLabel.textProperty().bind(model.problem());
        CopyMenu.on(problemLabel);
        showWhen(problemBanner, model.problem().isNotEmpty());
        taskTable.setItems(model.tasks());
        panelPane.getChildren().addAll(importPanel, backfillPanel);
        showWhen(importPanel, imports.stage().isNotEqualTo(ImportViewModel.Stage.NONE));
        showWhen(backfillPanel, backfill.isOpen());
        importButton.setOnAction(e -> chooseFile());
        backfillButton.setOnAction(e -> openBackfill(null));
        fillButton.setOnAction(e -> openBackfill(model.selected().get()));
        fillButton.disableProperty().bind(model.selected().isNull());
        resampleButton
                .disableProperty()
                .bind(model.selected()
                        .isNull()
                        .or(resampleChoice.valueProperty().isNull()));
        resampleButton.setOnAction(e -> model.resample(Timeframe.of(resampleChoice.getValue())));
        removeButton.disableProperty().bind(model.selected().isNull());
        removeButton.setOnAction(e -> model.askToRemove());
        showWhen(removeBox, model.removing().isNotNull());
        page.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && model.removing().get() != null) {
                onKeep();
                e.consume();
            }
        });
        model.removing().addListener((o, was, is) -> {
            removeLabel.setText(is == null ? "" : question(is, formats));
            if (is != null) {
                removeNoButton.requestFocus();
            }
        });
        taskTable.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> model.select(is));
        model.selectedTask().addListener((o, was, is) -> {
            if (is != null) {
                taskTable.getSelectionModel().select(is);
            }
        });
        cancelTaskButton.setOnAction(e -> model.cancelSelected());
        cancelTaskButton.disableProperty().bind(model.cancellable().not());
        showWhen(partsBox, imports.stage().isEqualTo(ImportViewModel.Stage.NONE));
        page.setOnDragOver(this::onDragOver);
        page.setOnDragDropped(this::onDragDropped);
    }

    private void openBackfill(@Nullable SeriesInfo series) {
        imports.close();
        backfill.open(series);
    }

    private void seriesColumns() {
        column(seriesTable, "exchange", 110, SeriesInfo::exchange);
        column(seriesTable, "symbol", 110, SeriesInfo::symbol);
        column(seriesTable, "timeframe", 50, s -> s.timeframe().wireName());
        column(seriesTable, "first", 110, s -> formats.date(s.first()))
                .setCellFactory(c -> new HintCell<>(s -> formats.utc(s.first())));
        column(seriesTable, "last", 110, s -> formats.date(s.last()))
                .setCellFactory(c -> new HintCell<>(s -> formats.utc(s.last())));
        number(seriesTable, "candles", 90, s -> formats.count(s.candles()));
        number(seriesTable, "score", 80, s -> QualityFigures.score(s.quality(), formats));
        number(seriesTable, "missing", 90, s -> formats.count(s.quality().missingCandles()));
        number(seriesTable, "zero_volume", 95, s -> formats.percent(s.quality().zeroVolumeShare() * 100, 1));
        number(seriesTable, "flat", 70, s -> formats.percent(s.quality().flatShare() * 100, 1));
        number(seriesTable, "outliers", 80, s -> formats.count(s.quality().outliers()));
        column(seriesTable, "origin", 140, SeriesInfo::origin);
    }

    private void taskColumns() {
        column(taskTable, "kind", 90, texts::kind);
        column(taskTable, "series", 220, texts::series);
        column(taskTable, "status", 110, texts::status);
        number(taskTable, "progress", 80, texts::progress);
        number(taskTable, "done", 90, t -> formats.count(t.done()));
        column(taskTable, "outcome", 470, texts::outcome);
        column(taskTable, "started", 170, t -> formats.dateTime(t.createdAt()))
                .setCellFactory(c -> new HintCell<>(t -> formats.utc(t.createdAt())));
    }

    private static <T> void number(TableView<T> table, String id, double width, Function<T, String> text) {
        column(table, id, width, text).getStyleClass().add("number-column");
    }

    private static <T> TableColumn<T, String> column(
            TableView<T> table, String id, double width, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>(Texts.get("marketdata.column." + id));
        column.setId("column-" + id);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        table.getColumns().add(column);
        return column;
    }

    private void show(@Nullable SeriesInfo series) {
        QualityFigures figures = new QualityFigures(parts, formats);
        resampleChoice.getItems().clear();
        if (series == null) {
            figures.clear();
            partsTitle.setText(Texts.get("marketdata.parts.none"));
            return;
        }
        partsTitle.setText(Texts.get(
                "marketdata.parts.of",
                series.symbol(),
                series.timeframe().wireName(),
                QualityFigures.score(series.quality(), formats),
                ClockTexts.of(series.clock().clock())));
        figures.show(series);
        resampleChoice
                .getItems()
                .setAll(List.of(Timeframe.values()).stream()
                        .filter(t -> t.millis() > series.timeframe().millis()
                                && t.millis() % series.timeframe().millis() == 0)
                        .map(Timeframe::wireName)
                        .toList());
        resampleChoice.getSelectionModel().selectFirst();
    }

    private static String question(SeriesInfo series, Formats formats) {
        return Texts.get(
                "marketdata.remove.question",
                formats.count(series.candles()),
                series.symbol(),
                series.timeframe().wireName(),
                series.exchange());
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.get("marketdata.import"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                Texts.get("marketdata.import.files"),
                                "*.csv",
                                "*.tsv",
                                "*.txt",
                                "*.json",
                                "*.gz",
                                "*.zip"),
                        new FileChooser.ExtensionFilter(Texts.get("marketdata.import.all_files"), "*.*"));
        File chosen = chooser.showOpenDialog(root.getScene().getWindow());
        if (chosen != null) {
            backfill.close();
            imports.choose(chosen.toPath());
        }
    }

    private void onDragOver(DragEvent e) {
        if (e.getDragboard().hasFiles()) {
            e.acceptTransferModes(TransferMode.COPY);
        }
        e.consume();
    }

    private void onDragDropped(DragEvent e) {
        List<File> files = e.getDragboard().getFiles();
        boolean taken = files != null && !files.isEmpty();
        if (taken) {
            backfill.close();
            imports.choose(files.get(0).toPath());
        }
        e.setDropCompleted(taken);
        e.consume();
    }

    private static void showWhen(Node node, ObservableBooleanValue shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(node.visibleProperty());
    }

    @FXML
    private void onRemove() {
        model.remove();
    }

    @FXML
    private void onKeep() {
        model.keep();
    }

    @FXML
    private void onRefresh() {
        model.reload();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void opened() {
        model.open();
    }

    @Override
    public void closed() {
        model.close();
    }

    @Override
    public void refresh() {
        model.reload();
    }
}
