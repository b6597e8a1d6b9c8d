package studio.desktop.app;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Background;
import studio.desktop.fx.FxThread;
import studio.desktop.fx.StyleSheets;
import studio.desktop.fx.Texts;
import studio.desktop.settings.Settings;

/** The desktop app: connects, then shows the shell. */
public final class StudioApplication extends Application {
    private static final AtomicReference<@Nullable Opening> OPENING = new AtomicReference<>();

    private @Nullable DesktopStart start;
    private @Nullable ShellController shell;
    private Connector.@Nullable Connection connection;
    private @Nullable ConnectionAttempt first;
    private @Nullable Stage window;
    // Read by the poller's thread.
    private AtomicReference<Duration> interval = new AtomicReference<>(Settings.STANDARD_POLL);
    private boolean closing;
    /** Where the next shell begins: one that is made anew goes on where the last one was. */
    private Page page = Page.STUDIO;

    /** What is under way before the toolkit is. The settings are handed over to the FX thread, which alone changes them. */
    private record Opening(
            DesktopStart given,
            FutureTask<Settings> settings,
            AtomicReference<Duration> interval,
            ConnectionAttempt connection) {}

    /** Shows the window and returns when it has been closed. To be called once, from the main thread. */
    public static void launchWith(DesktopStart start) {
        FutureTask<Settings> settings = new FutureTask<>(() -> new Settings(start.store()));
        AtomicReference<Duration> interval = new AtomicReference<>(Settings.STANDARD_POLL);
        ConnectionAttempt connection =
                new ConnectionAttempt(start.connector(), () -> request(settings.get(), interval::get));
        OPENING.set(new Opening(start, settings, interval, connection));
        start.workers().execute(() -> {
            settings.run();
            connection.run();
        });
        launch(StudioApplication.class);
    }

    @Override
    public void start(Stage stage) throws Exception {
        Opening opening = Objects.requireNonNull(OPENING.getAndSet(null), "launchWith comes first");
        interval = opening.interval();
        first = opening.connection();
        show(stage, opening.given(), opening.settings().get());
    }

    /** Fills the stage; apart from {@link #start} so that a test can give its own parts. */
    void show(Stage stage, DesktopStart given) {
        show(stage, given, new Settings(given.store()));
    }

    private void show(Stage stage, DesktopStart given, Settings settings) {
        start = given;
        Texts.use(settings.words());
        Appearance.apply(settings.theme().get());
        interval.set(settings.pollInterval().get());
        settings.pollInterval().addListener((o, old, now) -> interval.set(now));
        settings.theme().addListener((o, old, now) -> Appearance.apply(now));
        Scene scene = new Scene(new StackPane(), 1280, 800);
        settings.language().addListener((o, old, now) -> {
            Texts.use(settings.words());
            // Screens keep the words they were made with, so all of them are made anew.
            FxThread.later(() -> connect(scene, settings, given));
        });
        StyleSheets.addTo(scene);
        Shortcuts.install(scene, () -> shell);
        stage.setTitle(Texts.get("app.title"));
        // What a full HD display has at 200 %.
        stage.setMinWidth(960);
        stage.setMinHeight(520);
        stage.setScene(scene);
        WindowPlace.remember(stage, settings);
        stage.iconifiedProperty().addListener((o, was, is) -> seen());
        stage.showingProperty().addListener((o, was, is) -> seen());
        window = stage;
        WindowPlace.show(stage);
        connect(scene, settings, given);
    }

    private void connect(Scene scene, Settings settings, DesktopStart given) {
        page = shell == null ? page : shell.page();
        letGo();
        StartController view = new StartController(settings, () -> connect(scene, settings, given));
        scene.setRoot(view.root());
        ConnectionAttempt attempt = Objects.requireNonNullElseGet(first, () -> {
            Connector.Request request = request(settings, interval::get);
            return new ConnectionAttempt(given.connector(), () -> request);
        });
        first = null;
        new Background(given.workers(), FxThread.executor())
                .call(() -> attempt.await(saying -> FxThread.run(() -> view.say(saying))))
                .onSuccess(made -> connected(scene, settings, given, made))
                .onError(view::failed)
                .start();
    }

    private static Connector.Request request(Settings settings, Supplier<Duration> interval) {
        return new Connector.Request(
                settings.serverUrl().get().strip(), settings.token().get().strip(), interval);
    }

    private void connected(Scene scene, Settings settings, DesktopStart given, Connector.Connection made) {
        if (closing) {
            made.close();
            return;
        }
        connection = made;
        seen();
        ShellController next = new ShellController(given, settings, made, () -> connect(scene, settings, given));
        shell = next;
        Parent root = next.root();
        scene.setRoot(root);
        next.opened(page);
        page = Page.STUDIO;
    }

    private void seen() {
        if (connection != null && window != null) {
            connection.poller().unseen(window.isIconified() || !window.isShowing());
        }
    }

    private void letGo() {
        if (shell != null) {
            shell.closed();
            shell = null;
        }
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    @Override
    public void stop() {
        closing = true;
        letGo();
        if (start != null) {
            start.onExit().run();
        }
    }
}
