package studio.desktop.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.desktop.chart.EquityChart;
import studio.desktop.chart.EquityTexts;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fx.Background.Ticket;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Screen;
import studio.desktop.fx.Texts;
import studio.model.job.JobDetail;
import studio.model.result.JobResults;
import studio.model.result.TradeView;
import studio.model.strategy.StrategyInfo;

/** The results of one job; {@code close} goes back to where the analyst was. */
public final class ResultsController implements Screen {
    private final String jobId;
    private final DesktopContext context;
    private final FileChoice files;
    private final Runnable close;
    private final ResultsViewModel viewModel;
    private final List<Ticket> calls = new ArrayList<>();
    private final Parent root;

    @FXML
    private Label titleLabel;

    @FXML
    private Label subtitleLabel;

    @FXML
    private ProgressIndicator loadingIndicator;

    @FXML
    private HBox problemBanner;

    @FXML
    private Label problemLabel;

    @FXML
    private HBox partialBanner;

    @FXML
    private Label partialLabel;

    @FXML
    private ScrollPane content;

    @FXML
    private FigurePane keyFigures;

    @FXML
    private FigurePane allFigures;

    @FXML
    private Label configurationLabel;

    @FXML
    private TextField configurationField;

    @FXML
    private EquityChart equityChart;

    @FXML
    private TableView<ParameterRow> parameterTable;

    @FXML
    private FigurePane walkForwardFigures;

    @FXML
    private Label walkForwardNote;

    @FXML
    private TableView<WindowRow> windowTable;

    @FXML
    private VBox tradesBox;

    @FXML
    private TableView<TradeView> tradeTable;

    @FXML
    private RequestGrid requestGrid;

    @FXML
    private RequestGrid dataGrid;

    @FXML
    private TextField commandField;

    @FXML
    private Button exportButton;

    @FXML
    private Button copyCommandButton;

    @FXML
    private Button againButton;

    public ResultsController(String jobId, DesktopContext context, FileChoice files, Runnable close) {
        this.jobId = jobId;
        this.context = context;
        this.files = files;
        this.close = close;
        this.viewModel = new ResultsViewModel(new FigureFormat(context.formats()));
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        titleLabel.textProperty().bind(viewModel.titleProperty());
        subtitleLabel.textProperty().bind(viewModel.subtitleProperty());
        loadingIndicator.visibleProperty().bind(viewModel.loadingProperty());
        problemLabel.textProperty().bind(viewModel.problemProperty());
        showWhen(problemBanner, viewModel.problemProperty().isNotEmpty());
        partialLabel.textProperty().bind(viewModel.partialProperty());
        showWhen(partialBanner, viewModel.partialProperty().isNotEmpty());
        showWhen(content, viewModel.loadedProperty());
        keyFigures.show(viewModel.keyFigures());
        allFigures.show(viewModel.figures());
        configurationLabel.textProperty().bind(viewModel.configurationProperty());
        configurationField.textProperty().bind(viewModel.configurationIdProperty());
        showWhen(configurationField, viewModel.configurationIdProperty().isNotEmpty());
        equityChart.setTexts(new EquityTexts(
                Texts.get("chart.equity.equity"),
                Texts.get("chart.equity.drawdown"),
                Texts.get("chart.equity.summary"),
                Texts.get("chart.equity.empty")));
        viewModel
                .equityProperty()
                .addListener((o, was, is) ->
                        equityChart.setSeries(is, context.formats().zone()));
        bindTables();
        requestGrid.show(viewModel.request());
        dataGrid.show(viewModel.data());
        commandField.textProperty().bind(viewModel.commandProperty());
        exportButton.disableProperty().bind(viewModel.loadedProperty().not());
        copyCommandButton.disableProperty().bind(viewModel.loadedProperty().not());
    }

    private void bindTables() {
        ResultsTables.parameters(parameterTable);
        parameterTable.setItems(viewModel.parameters());
        ResultsTables.windows(windowTable);
        windowTable.setItems(viewModel.windows());
        walkForwardFigures.show(viewModel.walkForwardFigures());
        walkForwardNote.textProperty().bind(viewModel.walkForwardNoteProperty());
        showWhen(windowTable, Bindings.isNotEmpty(viewModel.windows()));
        showWhen(walkForwardFigures, Bindings.isNotEmpty(viewModel.windows()));
        ResultsTables.trades(tradeTable, viewModel.format());
        tradeTable.setItems(viewModel.trades());
        parameterTable.prefHeightProperty().bind(ResultsViewModel.heightOf(viewModel.parameters(), 14));
        windowTable.prefHeightProperty().bind(ResultsViewModel.heightOf(viewModel.windows(), 12));
        tradeTable.prefHeightProperty().bind(ResultsViewModel.heightOf(viewModel.trades(), 12));
    }

    private static void showWhen(Node node, ObservableBooleanValue shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(node.visibleProperty());
    }

    /** What the screen is made of, asked for together. */
    private record Answer(
            JobDetail job, JobResults results, @Nullable StrategyInfo strategy) {}

    private Answer ask() {
        JobDetail job = context.client().job(jobId);
        JobResults results = context.client().results(jobId);
        StrategyInfo strategy = context.client().strategies().strategies().stream()
                .filter(s -> s.name().equals(job.summary().strategy()))
                .findFirst()
                .orElse(null);
        return new Answer(job, results, strategy);
    }

    @FXML
    private void onExport() {
        files.choose(root.getScene().getWindow(), viewModel.exportName()).ifPresent(this::export);
    }

    private void export(Path file) {
        byte[] json = viewModel.exported();
        calls.add(context.background()
                .run(() -> write(file, json))
                .onSuccess(done -> context.navigation().tell(Texts.get("results.exported", file)))
                .onError(e ->
                        viewModel.onFailed(Texts.get("results.export.failed", file, String.valueOf(e.getMessage()))))
                .start());
    }

    private static void write(Path file, byte[] json) {
        try {
            Files.write(file, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
    private void onAgain() {
        calls.add(context.background()
                .call(() -> context.client().rerun(jobId))
                .onSuccess(
                        job -> context.navigation().openProgress(job.summary().jobId()))
                .onError(e -> viewModel.onFailed(Failures.sentence(e)))
                .start());
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
        refresh();
    }

    @Override
    public void refresh() {
        viewModel.onLoading();
        calls.add(context.background()
                .call(this::ask)
                .onSuccess(a -> viewModel.onLoaded(a.job(), a.results(), a.strategy()))
                .onError(e -> viewModel.onFailed(Failures.sentence(e)))
                .start());
    }

    @Override
    public void closed() {
        calls.forEach(Ticket::cancel);
        calls.clear();
    }
}
