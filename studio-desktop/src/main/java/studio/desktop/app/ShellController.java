package studio.desktop.app;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Navigation;
import studio.desktop.fx.Background;
import studio.desktop.fx.Formats;
import studio.desktop.fx.FxDelay;
import studio.desktop.fx.FxThread;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Screen;
import studio.desktop.fx.Texts;
import studio.desktop.settings.Settings;
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
    private final Pages pages;
    private final StudioController studio;
    private final JobEnds ends;
    private final JobNotices notices;
    private final Commands commands;
    private final Parent root;
    private NoteBar notes;
    private @Nullable Screen shown;
    private @Nullable String progressShown;
    private @Nullable String resultsShown;
    private Preparation preparation;
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
    private Hyperlink statusJobs;

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
        this.status = new StatusViewModel(context, connection.revive(), reconnect);
        this.studio = new StudioController(context, start.rules());
        this.pages = Pages.ofRail(start, context, connection.poller(), studio, reconnect);
        this.ends = new JobEnds(context, start, this::isInSight, this::tellEnded);
        this.notices = new JobNotices(settings, JobScreens.feed(connection.poller()), ends::onEnded, ends::onProgress);
        this.commands = new Commands(this, settings, studio::primaryAction);
        this.root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        rail.onOpen(this::open);
        commands.fill(mainMenu);
        overlay.onClosed(this::overlayClosed);
        status.server()
                .addListener(
                        (o, old, now) -> pagePane.pseudoClassStateChanged(STALE, now == StatusViewModel.Server.AWAY));
        StatusLine.bind(status, banner, bannerLabel, statusState, statusJobs, statusAge);
        preparation = new Preparation(pagePane, context.delay());
        notes = new NoteBar(noteBox, note, noteAction, context.delay());
        statusServer.setText(connection.name());
        status.onBack(this::refresh);
    }

    /** Begins to ask the server; shows that page. */
    void opened(Page first) {
        status.start();
        open(first);
        notices.start();
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
        ends.letGo();
        preparation.end();
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

    private void show(Screen screen) {
        if (screen == shown) {
            return;
        }
        if (pages.of(screen).equals(Optional.of(Page.HISTORY))) {
            preparation.end();
        }
        if (shown != null) {
            shown.closed();
        }
        shown = screen;
        resultsShown = null;
        pagePane.getChildren().setAll(screen.root());
        screen.opened();
    }

    /** Whether that page is shown and nothing lies over it; the palette has closed before its command runs. */
    boolean isInFront(Page page) {
        return !overlay.isOpen() && pages.of(shown).equals(Optional.of(page));
    }

    /** The page that is shown; Studio where results or a comparison are. */
    Page page() {
        return pages.of(shown).orElse(Page.STUDIO);
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

    /** Ctrl+S. */
    void save() {
        Screen front = front();
        if (front != null) {
            front.save();
        }
    }

    void newStrategy() {
        open(Page.STRATEGIES);
        pages.get(Page.STRATEGIES).createNew();
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

    private boolean isInSight(String jobId) {
        return jobId.equals(progressShown) || jobId.equals(resultsShown);
    }

    private void tellEnded(String jobId, String sentence) {
        notes.tell(sentence, Texts.get("notice.open"), () -> openProgress(jobId));
    }

    /** What lies over the page, or the page. */
    Overlay overlay() {
        return overlay;
    }

    DesktopContext context() {
        return context;
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
    public void openStrategy(String name) {
        open(Page.STRATEGIES);
        pages.get(Page.STRATEGIES).showOne(name);
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
