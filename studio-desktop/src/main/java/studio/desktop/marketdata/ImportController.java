package studio.desktop.marketdata;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Texts;
import studio.desktop.marketdata.ImportViewModel.Stage;
import studio.model.market.FileLayout;
import studio.model.market.ImportPreview;
import studio.model.market.ImportReport;
import studio.model.market.MarketCalendar;
import studio.model.market.PreviewRow;
import studio.model.market.RejectedLine;
import studio.model.market.Timeframe;

/** A file that is to be imported: what it is taken for, and what came of it. */
@SuppressWarnings("NullAway.Init")
public final class ImportController {
    private final ImportViewModel model;
    private final Formats formats;
    private final Parent root;

    @FXML
    private Label fileLabel;

    @FXML
    private TextField exchangeField;

    @FXML
    private TextField symbolField;

    @FXML
    private ChoiceBox<String> timeframeChoice;

    @FXML
    private ChoiceBox<String> calendarChoice;

    @FXML
    private Button previewButton;

    @FXML
    private Label problem;

    @FXML
    private Label understood;

    @FXML
    private TableView<PreviewRow> rows;

    @FXML
    private ListView<String> rejections;

    @FXML
    private ProgressBar progress;

    @FXML
    private Button takeButton;

    @FXML
    private Button cancelButton;

    @FXML
    private Button saveButton;

    @FXML
    private Button closeButton;

    ImportController(ImportViewModel model, Formats formats) {
        this.model = model;
        this.formats = formats;
        this.root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        fileLabel
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.file().get() == null
                                ? ""
                                : String.valueOf(model.file().get().getFileName()),
                        model.file()));
        exchangeField.textProperty().bindBidirectional(model.exchange());
        symbolField.textProperty().bindBidirectional(model.symbol());
        timeframeChoice.getItems().setAll(Timeframe.wireNames());
        timeframeChoice.valueProperty().bindBidirectional(model.timeframe());
        calendars();
        problem.textProperty().bind(model.problem());
        showWhen(problem, model.problem().isNotEmpty());
        previewButton.setOnAction(e -> model.read());
        takeButton.setOnAction(e -> model.take());
        cancelButton.setOnAction(e -> model.cancelImport());
        closeButton.setOnAction(e -> model.close());
        saveButton.setOnAction(e -> save());
        previewButton
                .disableProperty()
                .bind(model.stage().isEqualTo(Stage.READING).or(model.stage().isEqualTo(Stage.IMPORTING)));
        takeButton
                .disableProperty()
                .bind(model.stage()
                        .isNotEqualTo(Stage.PREVIEWED)
                        .or(Bindings.createBooleanBinding(
                                () -> model.preview().get() == null
                                        || model.preview().get().rows().isEmpty(),
                                model.preview())));
        showWhen(cancelButton, model.stage().isEqualTo(Stage.IMPORTING));
        showWhen(progress, model.stage().isEqualTo(Stage.IMPORTING));
        progress.progressProperty().bind(model.progress());
        showWhen(
                saveButton,
                Bindings.createBooleanBinding(
                        () -> model.report().get() != null
                                && model.report().get().rejected() > 0,
                        model.report()));
        columns();
        model.preview().addListener((o, was, is) -> show(is));
        model.report().addListener((o, was, is) -> show(is));
        model.stage().addListener((o, was, is) -> {
            if (is == Stage.READING) {
                understood.setText(Texts.get("marketdata.import.reading"));
            }
        });
        show((ImportPreview) null);
    }

    private void calendars() {
        List<String> names = new ArrayList<>(List.of(""));
        names.addAll(MarketCalendar.wireNames());
        calendarChoice.getItems().setAll(names);
        calendarChoice.setConverter(new javafx.util.StringConverter<>() {
            @Override
            public String toString(@Nullable String name) {
                return name == null || name.isEmpty()
                        ? Texts.get("marketdata.calendar.usual")
                        : Texts.get("marketdata.calendar." + name);
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("a choice is not typed");
            }
        });
        calendarChoice.valueProperty().bindBidirectional(model.calendar());
    }

    private void columns() {
        add("line", 70, r -> formats.count(r.line()));
        add("time", 210, r -> formats.utc(r.time()));
        add("open", 100, r -> formats.price(r.open()));
        add("high", 100, r -> formats.price(r.high()));
        add("low", 100, r -> formats.price(r.low()));
        add("close", 100, r -> formats.price(r.close()));
        add("volume", 120, r -> formats.number(r.volume(), 0, 4));
    }

    private void add(String id, double width, Function<PreviewRow, String> text) {
        TableColumn<PreviewRow, String> column = new TableColumn<>(Texts.get("marketdata.row." + id));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.getStyleClass().add("number-column");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        rows.getColumns().add(column);
    }

    private void show(@Nullable ImportPreview p) {
        rows.getItems().setAll(p == null ? List.of() : p.rows());
        rejections(p == null ? List.of() : p.rejections());
        if (p == null) {
            if (model.report().get() == null) {
                understood.setText(Texts.get("marketdata.import.hint"));
            }
            return;
        }
        FileLayout layout = p.layout();
        String text = layout == null
                ? Texts.get("marketdata.import.nothing")
                : Texts.get(
                        "marketdata.import.understood",
                        layout.container() + " " + layout.format(),
                        String.join(", ", layout.columns()),
                        layout.timeFormat(),
                        Texts.get("marketdata.order." + p.order()));
        String counts = Texts.get(
                "marketdata.import.counts",
                formats.count(p.read()),
                formats.count(p.duplicates()),
                formats.count(p.misordered()),
                formats.count(p.rejected()));
        String step = p.likelyTimeframe() == null || p.likelyTimeframe() == p.timeframe()
                ? ""
                : " "
                        + Texts.get(
                                "marketdata.import.step",
                                p.likelyTimeframe().wireName(),
                                p.timeframe().wireName());
        String clock = p.clock() == null
                ? ""
                : " "
                        + Texts.get(
                                "marketdata.import.clock",
                                ClockTexts.of(p.clock().clock()));
        understood.setText(text + " " + counts + step + clock);
    }

    private void show(@Nullable ImportReport report) {
        if (report != null) {
            understood.setText(new TaskTexts(formats).imported(report));
            rejections(report.rejections());
        } else {
            show(model.preview().get());
        }
    }

    private void rejections(List<RejectedLine> lines) {
        rejections
                .getItems()
                .setAll(lines.stream()
                        .map(l -> Texts.get("marketdata.import.line", formats.count(l.line()), l.reason()))
                        .toList());
        rejections.setVisible(!lines.isEmpty());
        rejections.setManaged(!lines.isEmpty());
    }

    private void save() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.get("marketdata.import.save"));
        chooser.setInitialFileName("rejected.csv");
        java.io.File target = chooser.showSaveDialog(root.getScene().getWindow());
        if (target != null) {
            model.saveRejections(target.toPath());
        }
    }

    private static void showWhen(Node node, ObservableBooleanValue shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(node.visibleProperty());
    }
}
