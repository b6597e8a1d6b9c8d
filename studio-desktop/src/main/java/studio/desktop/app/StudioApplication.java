package studio.desktop.app;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
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
    private static final AtomicReference<@Nullable DesktopStart> START = new AtomicReference<>();

    private @Nullable DesktopStart start;
    private @Nullable ShellController shell;
    private Connector.@Nullable Connection connection;
    private @Nullable Stage window;
    // Read by the poller's thread.
    private final AtomicReference<Duration> interval = new AtomicReference<>(Settings.STANDARD_POLL);
    private boolean closing;

    /** Shows the window and returns when it has been closed. To be called once, from the main thread. */
    public static void launchWith(DesktopStart start) {
        START.set(start);
        launch(StudioApplication.class);
    }

    @Override
    public void start(Stage stage) {
        DesktopStart given = Objects.requireNonNull(START.get(), "launchWith comes first");
        show(stage, given);
    }

    /** Fills the stage; apart from {@link #start} so that a test can give its own parts. */
    void show(Stage stage, DesktopStart given) {
        start = given;
        Settings settings = new Settings(given.store());
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
        stage.setMinWidth(1024);
        stage.setMinHeight(640);
        stage.setScene(scene);
        WindowPlace.remember(stage, settings);
        stage.iconifiedProperty().addListener((o, was, is) -> seen());
        stage.showingProperty().addListener((o, was, is) -> seen());
        window = stage;
        stage.show();
        connect(scene, settings, given);
    }

    private void connect(Scene scene, Settings settings, DesktopStart given) {
        letGo();
        AtomicReference<Duration> interval =
                new AtomicReference<>(settings.pollInterval().get());
        settings.pollInterval().addListener((o, old, now) -> interval.set(now));
        StartController view = new StartController(settings, () -> connect(scene, settings, given));
        scene.setRoot(view.root());
        Connector.Request request = new Connector.Request(
                settings.serverUrl().get().strip(), settings.token().get().strip(), interval::get);
        new Background(given.workers(), FxThread.executor())
                .call(() -> given.connector().connect(request, saying -> FxThread.run(() -> view.say(saying))))
                .onSuccess(made -> connected(scene, settings, given, made))
                .onError(view::failed)
                .start();
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
        next.opened();
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
