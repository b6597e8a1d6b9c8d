package studio.desktop.fx;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lets the last of many quick requests through, once it has been quiet. For one thread. */
public final class Debounce {

    /** Runs an action once after a delay, on the FX thread; {@link FxDelay} in the app, by hand in tests. */
    @FunctionalInterface
    public interface Delay {
        /** The ticket keeps the action from running. */
        Background.Ticket after(Duration delay, Runnable action);
    }

    private final Delay delay;
    private final Duration quiet;
    private Background.@Nullable Ticket waiting;

    public Debounce(Delay delay, Duration quiet) {
        this.delay = delay;
        this.quiet = quiet;
    }

    /** Runs {@code action} once nothing else was asked for during the quiet time. */
    public void ask(Runnable action) {
        cancel();
        waiting = delay.after(quiet, () -> {
            waiting = null;
            action.run();
        });
    }

    /** Whether something was asked for that has not run yet. */
    public boolean isWaiting() {
        return waiting != null;
    }

    /** Forgets what was asked for. */
    public void cancel() {
        if (waiting != null) {
            waiting.cancel();
            waiting = null;
        }
    }
}
