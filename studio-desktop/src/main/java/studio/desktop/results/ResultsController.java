package studio.desktop.results;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.desktop.chart.EquityTexts;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fx.Background.Ticket;
import studio.desktop.fx.CatalogueWords;
import studio.desktop.fx.CopyMenu;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Screen;
import studio.desktop.fx.Texts;
import studio.model.job.JobDetail;
import studio.model.result.JobResults;
import studio.model.strategy.StrategyInfo;
import studio.model.strategy.StrategyVersion;

/** The results of one job in sections; {@code close} goes back to where the analyst was. */
@SuppressWarnings("NullAway.Init")
public final class ResultsController implements Screen {
    private final String jobId;
    private final DesktopContext context;
    private final Runnable close;
    private final ResultsViewModel viewModel;
    private final TrialsViewModel trials;
    private final TradeCandles candles;
    private final FileExport export;
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
    private TabPane sections;

    @FXML
    private Tab overviewTab;

    @FXML
    private Tab tradesTab;

    @FXML
    private Tab trialsTab;

    @FXML
    private Tab walkForwardTab;

    @FXML
    private Tab trustTab;

    @FXML
    private Tab requestTab;

    @FXML
    private MenuButton exportMenu;

    @FXML
    private Button copyCommandButton;

    public ResultsController(String jobId, DesktopContext context, FileChoice files, Runnable close) {
        this.jobId = jobId;
        this.context = context;
        this.close = close;
        this.viewModel = new ResultsViewModel(new FigureFormat(context.formats()));
        this.trials = new TrialsViewModel(context, jobId);
        this.candles = new TradeCandles(context);
        this.export = new FileExport(context, files, viewModel::onFailed);
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        titleLabel.textProperty().bind(viewModel.titleProperty());
        subtitleLabel.textProperty().bind(viewModel.subtitleProperty());
        Tooltip utc = new Tooltip();
        utc.textProperty().bind(viewModel.startedUtcProperty());
        subtitleLabel.setTooltip(utc);
        loadingIndicator.visibleProperty().bind(viewModel.loadingProperty());
        problemLabel.textProperty().bind(viewModel.problemProperty());
        CopyMenu.on(problemLabel);
        showWhen(problemBanner, viewModel.problemProperty().isNotEmpty());
        partialLabel.textProperty().bind(viewModel.partialProperty());
        showWhen(partialBanner, viewModel.partialProperty().isNotEmpty());
        showWhen(sections, viewModel.loadedProperty());
        exportMenu.disableProperty().bind(viewModel.loadedProperty().not());
        copyCommandButton.disableProperty().bind(viewModel.loadedProperty().not());
        section(overviewTab, () -> new OverviewController(viewModel, export).root());
        section(tradesTab, () -> {
            Parent made = new TradesController(context, viewModel, candles, export).root();
            loadCandles();
            return made;
        });
        section(trialsTab, () -> {
            Parent made = new TrialsController(context, trials, export).root();
            trials.load();
            return made;
        });
        section(walkForwardTab, () -> new WalkForwardController(viewModel, export).root());
        section(trustTab, () -> new TrustController(viewModel).root());
        section(requestTab, () -> new RequestController(viewModel).root());
    }

    /** A section is made, and asks for what only it needs, when it is first looked at. */
    private static void section(Tab tab, Supplier<Parent> content) {
        Runnable show = () -> {
            if (tab.isSelected() && tab.getContent() == null) {
                tab.setContent(content.get());
            }
        };
        tab.selectedProperty().addListener((o, was, is) -> show.run());
        show.run();
    }

    private void loadCandles() {
        JobDetail job = viewModel.job();
        if (job != null) {
            candles.show(job.summary(), viewModel.dataReport());
        }
    }

    static EquityTexts equityTexts() {
        return new EquityTexts(
                Texts.get("chart.equity.equity"),
                Texts.get("chart.equity.drawdown"),
                Texts.get("chart.equity.summary"),
                Texts.get("chart.equity.empty"));
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
        Integer version = job.spec().strategyVersion();
        if (version != null) {
            StrategyVersion ran = context.client().written().version(job.spec().strategy(), version);
            return new Answer(job, results, ran.info(false, null));
        }
        StrategyInfo strategy = CatalogueWords.of(context.client().strategies().strategies()).stream()
                .filter(s -> s.name().equals(job.summary().strategy()))
                .findFirst()
                .orElse(null);
        return new Answer(job, results, strategy);
    }

    @FXML
    private void onExport() {
        export.write(window(), viewModel.exportName(), viewModel::exported);
    }

    @FXML
    private void onExportTrials() {
        export.write(
                window(),
                "trials-" + jobId + ".csv",
                () -> ResultsCsv.trials(AllTrials.read(context.client(), jobId).trials()));
    }

    @FXML
    private void onExportTrades() {
        export.write(
                window(),
                "trades-" + jobId + ".csv",
                () -> ResultsCsv.trades(viewModel.found().trades()));
    }

    @FXML
    private void onExportEquity() {
        export.write(
                window(),
                "equity-" + jobId + ".csv",
                () -> ResultsCsv.equity(viewModel.found().equity()));
    }

    private Window window() {
        return root.getScene().getWindow();
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
                .onSuccess(a -> {
                    viewModel.onLoaded(a.job(), a.results(), a.strategy());
                    if (tradesTab.getContent() != null) {
                        loadCandles();
                    }
                    if (trialsTab.getContent() != null) {
                        trials.load();
                    }
                })
                .onError(e -> viewModel.onFailed(Failures.sentence(e)))
                .start());
    }

    @Override
    public void closed() {
        calls.forEach(Ticket::cancel);
        calls.clear();
        trials.letGo();
        candles.letGo();
        export.letGo();
    }
}
