package studio.benchmarks.desktop;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.stage.Window;
import studio.desktop.fx.FxThread;
import studio.desktop.launch.Main;

/** Runs the program in a JVM of its own and tells after how many milliseconds Train Strategy could be pressed. */
public final class StartupProbe {
    static final String USABLE = "USABLE ";
    private static final long FIRST_LOOK = 300;
    private static final long BETWEEN_LOOKS = 5;

    private StartupProbe() {}

    public static void main(String[] args) {
        ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
        looking.scheduleAtFixedRate(StartupProbe::lookLater, FIRST_LOOK, BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        Main.main(args);
    }

    private static void lookLater() {
        try {
            FxThread.later(StartupProbe::look);
        } catch (IllegalStateException notYet) {
            // The toolkit is not there yet; the next look comes soon.
            return;
        }
    }

    private static void look() {
        for (Window window : Window.getWindows()) {
            Node train = window.getScene() == null
                    ? null
                    : window.getScene().getRoot().lookup("#train");
            if (train != null && train.isVisible() && !train.isDisabled()) {
                long since = System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime();
                System.out.println(USABLE + since);
                System.out.flush();
                Runtime.getRuntime().halt(0);
            }
        }
    }
}
