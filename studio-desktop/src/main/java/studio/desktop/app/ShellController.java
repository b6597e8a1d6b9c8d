package studio.desktop.app;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.RejectedExecutionException;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.context.Navigation;
import studio.desktop.fx.Background;
import studio.desktop.fx.Formats;
import studio.desktop.fx.FxDelay;
import studio.desktop.fx.FxThread;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Screen;
import studio.desktop.fx.Texts;
import studio.desktop.marketdata.MarketDataController;
import studio.desktop.settings.AccuracyViewModel;
import studio.desktop.settings.Settings;
import studio.desktop.settings.SettingsController;
import studio.desktop.studio.StudioController;
import studio.model.job.StartRequest;

/** The frame around the pages. Builds them, and sends the analyst from one to another. */
@SuppressWarnings("NullAway.Init")
public final class ShellController implements Navigation {
    private static final String WATCHED = "progress.watched";
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final DesktopContext context;
    private final Connector.Connection connection;
    private final DesktopStart start;
    private final StatusViewModel status;
    private final Pages pages = new Pages();
    private final StudioController studio;
    private final JobNotices notices;
    private final Commands commands;
    private final Parent root;
    private NoteBar notes;
    private @Nullable Screen shown;
    private @Nullable String progressShown;
    private @Nullable String resultsShown;
    private OptionalInt progressTold = OptionalInt.empty();
    private @Nullable Preparation preparation;
    private boolean closing;

    @FXML
    private Rail rail;

    @FXML
    private MenuButton mainMenu;

    @FXML
    private Label bannerLabel;

    @FXML
    private HBox noteBox;

    @FXML
    private Button noteAction;

    @FXML
    private StackPane pagePane;

    @FXML
    private Overlay overlay;

    @FXML
    private HBox banner;

    @FXML
    private Label note;

    @FXML
    private Label statusServer;

    @FXML
    private Label statusState;

    @FXML
    private Label statusJobs;

    @FXML
    private Label statusAge;

    ShellController(DesktopStart start, Settings settings, Connector.Connection connection, Runnable reconnect) {
        this.start = start;
        this.connection = connection;
        this.context = new DesktopContext(
                connection.client(),
                new Background(start.workers(), FxThread.executor()),
                new FxDelay(),
                settings,
                Formats.system(),
                start.clock(),
                this);
        this.status = new StatusViewModel(context);
        this.studio = new StudioController(context, start.rules());
        addPages(settings, reconnect);
        this.notices =
                new JobNotices(settings, JobScreens.feed(connection.poller()), this::jobEnded, this::showProgress);
        this.commands = new Commands(this, settings, studio::primaryAction);
        this.root = Fxml.load(this);
    }

    private void addPages(Settings settings, Runnable reconnect) {
        pages.add(Page.STUDIO, () -> studio);
        pages.add(Page.HISTORY, () -> start.screens().history(context, connection.poller()));
        pages.add(Page.CONFIGURATIONS, () -> start.screens().configurations(context));
        pages.add(Page.MARKET_DATA, () -> new MarketDataController(context));
        pages.add(Page.SETTINGS, () -> {
            AccuracyViewModel accuracy = new AccuracyViewModel(
                    context.client(), context.background(), context.formats(), Failures::sentence);
            return new SettingsController(settings, accuracy, context.background(), start.connector(), reconnect);
        });
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        rail.onOpen(this::open);
        commands.fill(mainMenu);
        overlay.onClosed(this::overlayClosed);
        bannerLabel
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.get("shell.away") + " "
                                + Texts.get("shell.away.age", status.age().get()),
                        status.age()));
        status.server()
                .addListener(
                        (o, old, now) -> pagePane.pseudoClassStateChanged(STALE, now == StatusViewModel.Server.AWAY));
        banner.visibleProperty().bind(status.server().isEqualTo(StatusViewModel.Server.AWAY));
        banner.managedProperty().bind(banner.visibleProperty());
        notes = new NoteBar(noteBox, note, noteAction, context.delay());
        statusServer.setText(connection.name());
        statusState
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.get("shell.server." + status.server().get()), status.server()));
        status.server().addListener((o, old, now) -> {
            statusState.getStyleClass().removeAll("text-ok", "text-bad");
            statusState.getStyleClass().add(now == StatusViewModel.Server.UP ? "text-ok" : "text-bad");
        });
        statusJobs.textProperty().bind(status.jobs());
        statusAge.textProperty().bind(status.age());
        status.onBack(this::refresh);
    }

    /** Begins to ask the server; shows the Studio page. */
    void opened() {
        status.start();
        open(Page.STUDIO);
        notices.start();
        preparation = new Preparation(pagePane, context.delay());
        preparation.begin(() -> pages.get(Page.HISTORY));
        String watched = context.settings().choice(WATCHED).orElse("");
        if (!watched.isEmpty()) {
            openProgress(watched);
        } else if (Tour.isNew(context.settings())) {
            commands.tour();
        }
    }

    /** Lets go of everything that was subscribed. */
    void closed() {
        closing = true;
        endPreparation();
        overlay.close();
        if (shown != null) {
            shown.closed();
        }
        notices.stop();
        status.stop();
        notes.letGo();
    }

    void open(Page page) {
        overlay.close();
        showPage(page);
    }

    /** Under what lies over it. */
    void showPage(Page page) {
        rail.mark(page);
        show(pages.get(page));
    }

    private void endPreparation() {
        if (preparation != null) {
            preparation.end();
            preparation = null;
        }
    }

    private void show(Screen screen) {
        if (screen == shown) {
            return;
        }
        if (pages.of(screen).equals(Optional.of(Page.HISTORY))) {
            endPreparation();
        }
        if (shown != null) {
            shown.closed();
        }
        shown = screen;
        resultsShown = null;
        pagePane.getChildren().setAll(screen.root());
        screen.opened();
    }

    /** F5. */
    void refresh() {
        status.ask();
        Screen front = front();
        if (front != null) {
            front.refresh();
        }
    }

    /** Ctrl+F. */
    void search() {
        Screen front = front();
        if (front != null) {
            front.search();
        }
    }

    /** Ctrl+Enter. */
    void primaryAction() {
        Screen front = front();
        if (front != null) {
            front.primaryAction();
        }
    }

    /** Ctrl+K. */
    void palette() {
        commands.palette();
    }

    /** F1. */
    void help() {
        commands.help();
    }

    /** Ctrl+Q. */
    void quit() {
        Shortcuts.quit(root.getScene());
    }

    private @Nullable Screen front() {
        return overlay.isOpen() ? overlay.shown() : shown;
    }

    @Override
    public void openProgress(String jobId) {
        notices.follow(jobId);
        overlay.open(start.screens().progress(jobId, context, connection.poller(), overlay::close));
        progressShown = jobId;
        // Quitting the app leaves this as it is, so that the next start finds the training again.
        context.settings().remember(WATCHED, jobId);
    }

    private void overlayClosed() {
        progressShown = null;
        if (!closing) {
            context.settings().remember(WATCHED, "");
        }
    }

    /** What lies over the page, or the page. */
    Overlay overlay() {
        return overlay;
    }

    DesktopContext context() {
        return context;
    }

    /** Of several trainings the one that has ended is named; where the server does not tell its name, the sentence must do. */
    private void jobEnded(String jobId, String sentence) {
        context.background()
                .call(() -> context.client().job(jobId).summary())
                .onSuccess(job -> tellEnded(
                        jobId,
                        Texts.get(
                                "notice.of",
                                job.name().isEmpty() ? job.strategy() : job.name(),
                                job.symbol(),
                                job.timeframe().wireName(),
                                sentence)))
                .onError(e -> tellEnded(jobId, sentence))
                .start();
    }

    private void tellEnded(String jobId, String sentence) {
        if (closing) {
            return;
        }
        if (!jobId.equals(progressShown) && !jobId.equals(resultsShown)) {
            notes.tell(sentence, Texts.get("notice.open"), () -> openProgress(jobId));
        }
        signal(() -> start.signals().notify(Texts.get("app.title"), sentence));
    }

    private void showProgress(OptionalInt percent) {
        if (!percent.equals(progressTold)) {
            progressTold = percent;
            signal(() -> start.signals().progress(percent));
        }
    }

    /** The desktop's own programs are asked elsewhere: some take their time. */
    private void signal(Runnable action) {
        try {
            start.workers().execute(action);
        } catch (RejectedExecutionException e) {
            // The app is closing and takes its place in the taskbar with it.
            return;
        }
    }

    @Override
    public void openResults(String jobId) {
        Screen before = shown;
        showBesideRail(start.screens().results(jobId, context, () -> back(before)));
        resultsShown = jobId;
    }

    @Override
    public void openComparison(List<String> jobIds) {
        Screen before = shown;
        showBesideRail(start.screens().comparison(jobIds, context, () -> back(before)));
    }

    private void showBesideRail(Screen screen) {
        overlay.close();
        rail.mark(null);
        show(screen);
    }

    private void back(@Nullable Screen before) {
        open(pages.of(before).orElse(Page.HISTORY));
    }

    @Override
    public void openHistory() {
        open(Page.HISTORY);
    }

    @Override
    public void editAndRerun(StartRequest request) {
        open(Page.STUDIO);
        studio.edit(request);
    }

    @Override
    public void tell(String message) {
        notes.tell(message);
    }
}
