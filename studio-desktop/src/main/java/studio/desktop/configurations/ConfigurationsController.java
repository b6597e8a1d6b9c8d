package studio.desktop.configurations;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.desktop.context.DesktopContext;
import studio.desktop.fx.CopyMenu;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.HintCell;
import studio.desktop.fx.Screen;
import studio.desktop.fx.Texts;
import studio.desktop.fx.VersionedTitle;
import studio.desktop.results.FigureFormat;
import studio.desktop.results.FigurePane;
import studio.desktop.results.FileChoice;
import studio.desktop.results.FileExport;
import studio.model.result.Configuration;
import studio.model.result.LifecycleStage;

/** The configurations page. */
@SuppressWarnings("NullAway.Init")
public final class ConfigurationsController implements Screen {
    private final DesktopContext context;
    private final ConfigurationsViewModel viewModel;
    private final FileExport export;
    private final Parent root;

    @FXML
    private TextField configurationSearch;

    @FXML
    private ChoiceBox<String> stageFilter;

    @FXML
    private Label configurationNote;

    @FXML
    private ProgressIndicator loadingIndicator;

    @FXML
    private HBox problemBanner;

    @FXML
    private Label problemLabel;

    @FXML
    private TableView<Configuration> configurationTable;

    @FXML
    private Label placeholderLabel;

    @FXML
    private VBox detailBox;

    @FXML
    private TextField configIdField;

    @FXML
    private TextArea parameterArea;

    @FXML
    private FigurePane configurationFigures;

    @FXML
    private Button openJobButton;

    @FXML
    private Button downloadButton;

    @FXML
    private Button copyButton;

    public ConfigurationsController(DesktopContext context, FileChoice files) {
        this.context = context;
        this.viewModel = new ConfigurationsViewModel(context);
        this.export =
                new FileExport(context, files, sentence -> context.navigation().tell(sentence));
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        configurationSearch.textProperty().bindBidirectional(viewModel.searchProperty());
        stageFilter.getItems().add("");
        Arrays.stream(LifecycleStage.values()).map(Enum::name).forEach(stageFilter.getItems()::add);
        stageFilter.setConverter(new StageWords());
        stageFilter.valueProperty().bindBidirectional(viewModel.stageProperty());
        configurationNote.textProperty().bind(viewModel.noteProperty());
        loadingIndicator.visibleProperty().bind(viewModel.loadingProperty());
        problemLabel.textProperty().bind(viewModel.problemProperty());
        CopyMenu.on(problemLabel);
        problemBanner.visibleProperty().bind(viewModel.problemProperty().isNotEmpty());
        problemBanner.managedProperty().bind(problemBanner.visibleProperty());
        placeholderLabel.textProperty().bind(viewModel.placeholderProperty());
        addColumns();
        configurationTable.setItems(viewModel.rows());
        configurationTable.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            viewModel.chosenProperty().set(is);
        });
        detailBox.visibleProperty().bind(viewModel.chosenProperty().isNotNull());
        detailBox.managedProperty().bind(detailBox.visibleProperty());
        viewModel.chosenProperty().addListener((o, was, is) -> configIdField.setText(is == null ? "" : is.configId()));
        parameterArea.textProperty().bind(viewModel.parametersProperty());
        configurationFigures.show(viewModel.figures());
    }

    private void addColumns() {
        FigureFormat format = viewModel.format();
        column("strategy", 140, false, c -> VersionedTitle.of(c.strategy(), c.strategyVersion()));
        column(
                "series",
                190,
                false,
                c -> c.exchange() + " · " + c.symbol() + " · " + c.timeframe().wireName());
        column("verdict", 120, false, ConfigurationsViewModel::verdict);
        column("stage", 100, false, c -> stage(c.stage().name()));
        column("confidence", 104, true, c -> format.share(c.confidence(), 0));
        column("score", 80, true, c -> format.score(c.score()));
        column("net_profit", 100, true, c -> format.signedPercent(c.metrics().netProfitPct(), 2));
        column("trades", 70, true, c -> format.count(c.metrics().trades()));
        column("created", 170, false, c -> context.formats().dateTime(c.createdAt()))
                .setCellFactory(c -> new HintCell<>(x -> context.formats().utc(x.createdAt())));
        column("id", 340, false, Configuration::configId);
    }

    private TableColumn<Configuration, String> column(
            String id, double width, boolean number, Function<Configuration, String> words) {
        TableColumn<Configuration, String> column = new TableColumn<>(Texts.get("configurations.column." + id));
        column.setId("column-" + id);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        if (number) {
            column.getStyleClass().add("number-column");
            column.setCellFactory(c -> new NumberCell());
        }
        configurationTable.getColumns().add(column);
        return column;
    }

    @FXML
    private void onDownload() {
        Configuration c = viewModel.chosenProperty().get();
        if (c != null) {
            export.write(root.getScene().getWindow(), c.configId() + ".json", () -> ConfigurationsViewModel.json(c));
        }
    }

    @FXML
    private void onCopyCommand() {
        ClipboardContent copied = new ClipboardContent();
        copied.putString(viewModel.commandProperty().get());
        Clipboard.getSystemClipboard().setContent(copied);
        context.navigation().tell(Texts.get("results.command.copied"));
    }

    @FXML
    private void onOpenJob() {
        Configuration c = viewModel.chosenProperty().get();
        if (c != null) {
            context.navigation().openResults(c.jobId());
        }
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

    @Override
    public void search() {
        configurationSearch.requestFocus();
        configurationSearch.selectAll();
    }

    private static String stage(String name) {
        return Texts.find("stage." + name.toLowerCase(Locale.ROOT)).orElse(name);
    }

    private static final class StageWords extends StringConverter<String> {
        @Override
        public String toString(@Nullable String stage) {
            return stage == null || stage.isEmpty() ? Texts.get("configurations.stage.all") : stage(stage);
        }

        @Override
        public String fromString(String words) {
            return words;
        }
    }

    private static final class NumberCell extends TableCell<Configuration, String> {
        NumberCell() {
            setAlignment(Pos.CENTER_RIGHT);
        }

        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty ? null : words);
        }
    }
}
