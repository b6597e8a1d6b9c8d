package studio.desktop.progress;

import javafx.animation.AnimationTimer;
import javafx.scene.control.ProgressBar;

/** A bar that glides to what was reported last, and never shows more than that. FX thread only. */
public final class GlidingBar extends ProgressBar {
    private final SmoothFraction smooth = new SmoothFraction();
    private double reported;
    private final AnimationTimer glide = new AnimationTimer() {
        private long before;

        @Override
        public void handle(long nanos) {
            double seconds = before == 0 ? 0 : (nanos - before) / 1e9;
            before = nanos;
            if (getProgress() < reported) {
                setProgress(smooth.after(seconds));
            }
        }
    };

    public GlidingBar() {
        super(0);
    }

    /** That part is done, 0..1; the bar gets there while it is {@link #start started}. */
    void report(double fraction) {
        reported = fraction;
        smooth.report(fraction);
        setProgress(smooth.shown());
    }

    /** Glides from now on; must be stopped again. */
    void start() {
        glide.start();
    }

    void stop() {
        glide.stop();
    }
}
