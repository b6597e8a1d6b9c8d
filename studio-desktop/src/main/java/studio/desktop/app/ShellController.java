package studio.desktop.app;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Navigation;
import studio.desktop.fx.Background;
import studio.desktop.fx.Debounce;
import studio.desktop.fx.Formats;
import studio.desktop.fx.FxDelay;
import studio.desktop.fx.FxThread;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Screen;
import studio.desktop.fx.Texts;
import studio.desktop.settings.Settings;
import studio.desktop.settings.SettingsController;
import studio.desktop.studio.StudioController;
import studio.model.job.StartRequest;

/** The frame around the pages. Builds them, and sends the analyst from one to another. */
@SuppressWarnings("NullAway.Init")
public final class ShellController implements Navigation {
    private static final java.time.Duration NOTE_SHOWN = java.time.Duration.ofSeconds(6);

    private final DesktopContext context;
    private final Connector.Connection connection;
    private final DesktopStart start;
    private final StatusViewModel status;
    private final Map<Page, Screen> pages = new EnumMap<>(Page.class);
    private final StudioController studio;
    private final Debounce noteAway;
    private final Parent root;
    private @Nullable Screen shown;

    @FXML
    private ToggleButton railStudio;

    @FXML
    private ToggleButton railHistory;

    @FXML
    private ToggleButton railSettings;

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
        this.noteAway = new Debounce(context.delay(), NOTE_SHOWN);
        this.studio = new StudioController(context, start.rules());
        pages.put(Page.STUDIO, studio);
        pages.put(Page.HISTORY, start.screens().history(context, connection.poller()));
        pages.put(Page.SETTINGS, new SettingsController(settings, context.background(), start.connector(), reconnect));
        this.root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        railButton(railStudio, Page.STUDIO);
        railButton(railHistory, Page.HISTORY);
        railButton(railSettings, Page.SETTINGS);
        banner.visibleProperty().bind(status.server().isEqualTo(StatusViewModel.Server.AWAY));
        banner.managedProperty().bind(banner.visibleProperty());
        note.setVisible(false);
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

    private void railButton(ToggleButton button, Page page) {
        button.setTooltip(new Tooltip(Texts.get("shell.rail.help." + page.name())));
        button.setOnAction(e -> open(page));
    }

    /** Begins to ask the server; shows the Studio page. */
    void opened() {
        status.start();
        open(Page.STUDIO);
    }

    /** Lets go of everything that was subscribed. */
    void closed() {
        overlay.close();
        if (shown != null) {
            shown.closed();
        }
        status.stop();
        noteAway.cancel();
    }

    void open(Page page) {
        overlay.close();
        railStudio.setSelected(page == Page.STUDIO);
        railHistory.setSelected(page == Page.HISTORY);
        railSettings.setSelected(page == Page.SETTINGS);
        show(pages.get(page));
    }

    private void show(@Nullable Screen screen) {
        if (screen == null || screen == shown) {
            return;
        }
        if (shown != null) {
            shown.closed();
        }
        shown = screen;
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

    private @Nullable Screen front() {
        return overlay.isOpen() ? overlay.shown() : shown;
    }

    @Override
    public void openProgress(String jobId) {
        overlay.open(start.screens().progress(jobId, context, connection.poller(), overlay::close));
    }

    @Override
    public void openResults(String jobId) {
        overlay.close();
        Screen before = shown;
        railStudio.setSelected(false);
        railHistory.setSelected(false);
        railSettings.setSelected(false);
        show(start.screens().results(jobId, context, () -> back(before)));
    }

    private void back(@Nullable Screen before) {
        for (Map.Entry<Page, Screen> page : pages.entrySet()) {
            if (page.getValue() == before) {
                open(page.getKey());
                return;
            }
        }
        open(Page.HISTORY);
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
        note.setText(message);
        note.setVisible(true);
        noteAway.ask(() -> note.setVisible(false));
    }
}
