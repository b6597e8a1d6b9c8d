package studio.benchmarks.desktop;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.stage.Window;
import studio.desktop.app.StudioApplication;
import studio.desktop.fx.FxThread;

/** Opens the window in a JVM of its own and tells after how many milliseconds Train Strategy could be pressed. */
public final class StartupProbe {
    private StartupProbe() {}

    public static void main(String[] args) {
        ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
        looking.scheduleAtFixedRate(() -> FxThread.later(StartupProbe::look), 300, 5, TimeUnit.MILLISECONDS);
        StudioApplication.launchWith(new BenchWindow(URI.create(args[0])).start());
    }

    private static void look() {
        for (Window window : Window.getWindows()) {
            Node train = window.getScene() == null
                    ? null
                    : window.getScene().getRoot().lookup("#train");
            if (train != null && train.isVisible() && !train.isDisabled()) {
                long since = System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime();
                System.out.println("USABLE " + since);
                System.out.flush();
                Runtime.getRuntime().halt(0);
            }
        }
    }
}
