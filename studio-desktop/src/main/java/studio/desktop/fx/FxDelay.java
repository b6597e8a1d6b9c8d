package studio.desktop.fx;

import java.time.Duration;
import javafx.animation.PauseTransition;

/** A delay on the FX thread's own clock. */
public final class FxDelay implements Debounce.Delay {
    @Override
    public Background.Ticket after(Duration delay, Runnable action) {
        PauseTransition pause = new PauseTransition(javafx.util.Duration.millis(delay.toMillis()));
        pause.setOnFinished(e -> action.run());
        pause.play();
        return pause::stop;
    }
}
