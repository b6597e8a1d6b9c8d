package studio.desktop.progress;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.desktop.context.DesktopContext;
import studio.desktop.fx.CopyMenu;
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
    private final DashboardController dashboard;

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
    private GlidingBar overallBar;

    @FXML
    private Label percentLabel;

    @FXML
    private Label elapsedLabel;

    @FXML
    private Label etaCaption;

    @FXML
    private Label etaLabel;

    @FXML
    private Breadcrumb breadcrumb;

    @FXML
    private VBox summaryBox;

    @FXML
    private Label outcomeLabel;

    @FXML
    private Label explanationLabel;

    @FXML
    private FigurePane summaryFigures;

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
    private Button editButton;

    @FXML
    private Button closeButton;

    public ProgressController(String jobId, DesktopContext context, ProgressFeed feed, Runnable close) {
        this.context = context;
        this.close = close;
        this.viewModel = new ProgressViewModel(
                jobId, new FigureFormat(context.formats()), context.clock().instant());
        this.session = new ProgressSession(viewModel, context, feed);
        this.dashboard = new DashboardController(viewModel.dashboard(), viewModel.dashboardShownProperty());
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        bindHead();
        breadcrumb.show(viewModel.steps());
        List<Node> figures = figuresBox.getChildren();
        figures.add(figures.indexOf(messageLabel), dashboard.root());
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
        viewModel.fractionProperty().addListener((o, was, is) -> overallBar.report(is.doubleValue()));
        overallBar.report(viewModel.fractionProperty().get());
        percentLabel.textProperty().bind(viewModel.percentProperty());
        elapsedLabel.textProperty().bind(viewModel.elapsedProperty());
        etaLabel.textProperty().bind(viewModel.etaProperty());
        Tooltip utc = new Tooltip();
        utc.textProperty().bind(viewModel.etaUtcProperty());
        etaLabel.tooltipProperty()
                .bind(Bindings.when(viewModel.etaUtcProperty().isEmpty())
                        .then((Tooltip) null)
                        .otherwise(utc));
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

    private static PseudoClass pseudo(Phase phase) {
        return PseudoClass.getPseudoClass(phase.name().toLowerCase(java.util.Locale.ROOT));
    }

    private void bindSummary() {
        SummaryViewModel s = viewModel.summary();
        showWhen(summaryBox, s.outcomeProperty().isNotEmpty());
        outcomeLabel.textProperty().bind(s.outcomeProperty());
        explanationLabel.textProperty().bind(s.explanationProperty());
        showWhen(explanationLabel, s.explanationProperty().isNotEmpty());
        summaryFigures.show(s.figures());
        var ended = s.outcomeProperty().isNotEmpty();
        showWhen(resultsButton, ended);
        resultsButton.disableProperty().bind(s.hasResultsProperty().not());
        showWhen(againButton, ended);
        showWhen(editButton, ended);
        showWhen(closeButton, ended);
        showWhen(backgroundButton, ended.not());
        showWhen(cancelWrap, ended.not());
    }

    private void bindFoot() {
        messageLabel.textProperty().bind(viewModel.messageProperty());
        showWhen(messageLabel, viewModel.summary().outcomeProperty().isEmpty());
        logList.setItems(viewModel.log());
        logList.setCellFactory(list -> new LogCell());
        CopyMenu.on(logList, line -> line.utc() + "  " + line.text());
        CopyMenu.on(outcomeLabel, explanationLabel, messageLabel, noticeLabel, awayLabel);
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
    private void onEdit() {
        session.editAndTrain(close);
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
        overallBar.start();
        (backgroundButton.isVisible() ? backgroundButton : closeButton).requestFocus();
    }

    @Override
    public void closed() {
        overallBar.stop();
        session.close();
    }
}
