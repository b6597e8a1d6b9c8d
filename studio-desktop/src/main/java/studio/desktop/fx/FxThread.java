package studio.desktop.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The one place that hops to the FX thread. Thread-safe. */
public final class FxThread {
    private FxThread() {}

    /** Runs at once when called on the FX thread, else soon on it. */
    public static void run(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    /** Runs after what is under way on the FX thread now, from whichever thread it is called. */
    public static void later(Runnable action) {
        Platform.runLater(action);
    }

    /** {@link #run} as an executor. */
    public static Executor executor() {
        return FxThread::run;
    }
}
