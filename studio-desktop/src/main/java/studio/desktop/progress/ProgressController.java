package studio.desktop.progress;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.desktop.chart.ScoreChart;
import studio.desktop.chart.ScoreTexts;
import studio.desktop.context.DesktopContext;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Screen;
import studio.desktop.fx.Texts;
import studio.desktop.results.FigureFormat;
import studio.desktop.results.FigurePane;

/**
 * The progress modal of one job, as a layer that covers its parent. {@code close} takes the layer away; the training goes
 * on, and a new modal of the same job shows where it stands.
 */
public final class ProgressController implements Screen {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final DesktopContext context;
    private final Runnable close;
    private final ProgressViewModel viewModel;
    private final ProgressSession session;
    private final Parent root;
    private final SmoothFraction smooth = new SmoothFraction();
    private final AnimationTimer glide = new AnimationTimer() {
        private long before;

        @Override
        public void handle(long nanos) {
            double seconds = before == 0 ? 0 : (nanos - before) / 1e9;
            before = nanos;
            if (overallBar.getProgress() < viewModel.fractionProperty().get()) {
                overallBar.setProgress(smooth.after(seconds));
            }
        }
    };

    @FXML
    private VBox card;

    @FXML
    private Label titleLabel;

    @FXML
    private TextField jobIdField;

    @FXML
    private Button copyIdButton;

    @FXML
    private HBox awayBanner;

    @FXML
    private Label awayLabel;

    @FXML
    private VBox figuresBox;

    @FXML
    private ProgressBar overallBar;

    @FXML
    private Label percentLabel;

    @FXML
    private Label elapsedLabel;

    @FXML
    private Label etaCaption;

    @FXML
    private Label etaLabel;

    @FXML
    private FlowPane breadcrumb;

    @FXML
    private VBox summaryBox;

    @FXML
    private Label outcomeLabel;

    @FXML
    private Label explanationLabel;

    @FXML
    private FigurePane summaryFigures;

    @FXML
    private HBox dashboardBox;

    @FXML
    private Label iterationLabel;

    @FXML
    private Label paceLabel;

    @FXML
    private Label bestScoreLabel;

    @FXML
    private Label currentScoreLabel;

    @FXML
    private Label infeasibleLabel;

    @FXML
    private Label failedLabel;

    @FXML
    private ScoreChart scoreChart;

    @FXML
    private ParameterGrid bestParamsGrid;

    @FXML
    private Label messageLabel;

    @FXML
    private ListView<LogLine> logList;

    @FXML
    private HBox confirmBox;

    @FXML
    private Label confirmLabel;

    @FXML
    private Button keepButton;

    @FXML
    private Button confirmCancelButton;

    @FXML
    private Label noticeLabel;

    @FXML
    private HBox cancelWrap;

    @FXML
    private Button cancelButton;

    @FXML
    private Button backgroundButton;

    @FXML
    private Button resultsButton;

    @FXML
    private Button againButton;

    @FXML
    private Button closeButton;

    public ProgressController(String jobId, DesktopContext context, ProgressFeed feed, Runnable close) {
        this.context = context;
        this.close = close;
        this.viewModel = new ProgressViewModel(
                jobId, new FigureFormat(context.formats()), context.clock().instant());
        this.session = new ProgressSession(viewModel, context, feed);
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        bindHead();
        bindSteps();
        bindDashboard();
        bindSummary();
        bindFoot();
        card.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                onClose();
                e.consume();
            }
        });
    }

    private void bindHead() {
        titleLabel.textProperty().bind(viewModel.titleProperty());
        jobIdField.setText(viewModel.jobId());
        awayLabel.textProperty().bind(viewModel.awayProperty());
        showWhen(awayBanner, viewModel.awayProperty().isNotEmpty());
        viewModel.awayProperty().addListener((o, was, is) -> figuresBox.pseudoClassStateChanged(STALE, !is.isEmpty()));
        viewModel.fractionProperty().addListener((o, was, is) -> report(is.doubleValue()));
        report(viewModel.fractionProperty().get());
        percentLabel.textProperty().bind(viewModel.percentProperty());
        elapsedLabel.textProperty().bind(viewModel.elapsedProperty());
        etaLabel.textProperty().bind(viewModel.etaProperty());
        showWhen(etaLabel, viewModel.etaProperty().isNotEmpty());
        showWhen(etaCaption, viewModel.etaProperty().isNotEmpty());
        overallBar
                .accessibleTextProperty()
                .bind(Bindings.concat(Texts.get("progress.bar"), " ", viewModel.percentProperty()));
        viewModel.phaseProperty().addListener((o, was, is) -> {
            for (Phase phase : Phase.values()) {
                card.pseudoClassStateChanged(pseudo(phase), phase == is);
            }
        });
    }

    private void report(double fraction) {
        smooth.report(fraction);
        overallBar.setProgress(smooth.shown());
    }

    private static PseudoClass pseudo(Phase phase) {
        return PseudoClass.getPseudoClass(phase.name().toLowerCase(java.util.Locale.ROOT));
    }

    private void bindSteps() {
        viewModel.steps().addListener((ListChangeListener<StepView>) change -> showSteps());
        showSteps();
    }

    private void showSteps() {
        List<Node> crumbs = new ArrayList<>();
        for (StepView step : viewModel.steps()) {
            HBox crumb = new HBox(6);
            crumb.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            if (!crumbs.isEmpty()) {
                FontIcon arrow = new FontIcon("mdal-arrow_forward");
                arrow.getStyleClass().add("step-arrow");
                crumb.getChildren().add(arrow);
            }
            crumb.getChildren().add(new StepCrumb(step));
            crumbs.add(crumb);
        }
        breadcrumb.getChildren().setAll(crumbs);
    }

    private void bindDashboard() {
        DashboardViewModel d = viewModel.dashboard();
        showWhen(dashboardBox, viewModel.dashboardShownProperty());
        iterationLabel.textProperty().bind(d.iterationProperty());
        paceLabel.textProperty().bind(d.paceProperty());
        bestScoreLabel.textProperty().bind(d.bestScoreProperty());
        currentScoreLabel.textProperty().bind(d.currentScoreProperty());
        infeasibleLabel.textProperty().bind(d.infeasibleProperty());
        failedLabel.textProperty().bind(d.failedProperty());
        bestParamsGrid.show(d.bestParams());
        scoreChart.setTexts(new ScoreTexts(
                Texts.get("chart.score.trial"),
                Texts.get("chart.score.score"),
                Texts.get("chart.score.best"),
                Texts.get("chart.score.luck"),
                Texts.get("chart.score.infeasible"),
                Texts.get("chart.score.failed"),
                Texts.get("chart.score.summary"),
                Texts.get("chart.score.empty")));
        scoreChart.setSeries(d.scores());
        d.drawnTrialsProperty().addListener((o, was, is) -> scoreChart.changed());
        d.expectedTrialsProperty().addListener((o, was, is) -> scoreChart.setExpectedTrials(is.intValue()));
    }

    private void bindSummary() {
        SummaryViewModel s = viewModel.summary();
        showWhen(summaryBox, s.outcomeProperty().isNotEmpty());
        outcomeLabel.textProperty().bind(s.outcomeProperty());
        explanationLabel.textProperty().bind(s.explanationProperty());
        summaryFigures.show(s.figures());
        var ended = s.outcomeProperty().isNotEmpty();
        showWhen(resultsButton, ended);
        resultsButton.disableProperty().bind(s.hasResultsProperty().not());
        showWhen(againButton, ended);
        showWhen(closeButton, ended);
        showWhen(backgroundButton, ended.not());
        showWhen(cancelWrap, ended.not());
    }

    private void bindFoot() {
        messageLabel.textProperty().bind(viewModel.messageProperty());
        showWhen(messageLabel, viewModel.summary().outcomeProperty().isEmpty());
        logList.setItems(viewModel.log());
        logList.setCellFactory(list -> new LogCell());
        logList.setPlaceholder(new Label(Texts.get("progress.log.empty")));
        viewModel.log().addListener((ListChangeListener<LogLine>)
                c -> logList.scrollTo(viewModel.log().size() - 1));
        showWhen(confirmBox, viewModel.confirmingCancelProperty());
        viewModel.confirmingCancelProperty().addListener((o, was, is) -> {
            confirmLabel.setText(viewModel.cancelQuestion());
            if (is) {
                keepButton.requestFocus();
            }
        });
        noticeLabel.textProperty().bind(viewModel.noticeProperty());
        showWhen(noticeLabel, viewModel.noticeProperty().isNotEmpty());
        cancelButton.disableProperty().bind(viewModel.cancelBlockedProperty().isNotEmpty());
        // A disabled button shows no tooltip of its own, so its wrapper says why it is disabled.
        Tooltip why = new Tooltip();
        why.textProperty().bind(viewModel.cancelBlockedProperty());
        viewModel.cancelBlockedProperty().addListener((o, was, is) -> {
            Tooltip.uninstall(cancelWrap, why);
            if (!is.isEmpty()) {
                Tooltip.install(cancelWrap, why);
            }
        });
        cancelButton.accessibleHelpProperty().bind(viewModel.cancelBlockedProperty());
    }

    private static void showWhen(Node node, javafx.beans.value.ObservableBooleanValue shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(node.visibleProperty());
    }

    @FXML
    private void onCopyId() {
        ClipboardContent content = new ClipboardContent();
        content.putString(viewModel.jobId());
        Clipboard.getSystemClipboard().setContent(content);
        context.navigation().tell(Texts.get("progress.id.copied"));
    }

    @FXML
    private void onCancel() {
        viewModel.askCancel();
    }

    @FXML
    private void onKeep() {
        viewModel.keepTraining();
    }

    @FXML
    private void onConfirmCancel() {
        session.cancelTraining();
    }

    @FXML
    private void onResults() {
        close.run();
        context.navigation().openResults(viewModel.jobId());
    }

    @FXML
    private void onAgain() {
        session.trainAgain(close);
    }

    @FXML
    private void onClose() {
        close.run();
    }

    /** The job that this modal watches. */
    public String jobId() {
        return viewModel.jobId();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void opened() {
        session.open();
        glide.start();
        (backgroundButton.isVisible() ? backgroundButton : closeButton).requestFocus();
    }

    @Override
    public void closed() {
        glide.stop();
        session.close();
    }
}
