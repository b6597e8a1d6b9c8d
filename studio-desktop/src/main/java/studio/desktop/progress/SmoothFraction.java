package studio.desktop.progress;

/**
 * What a bar shows between two reports: it glides towards the reported part and never beyond it, nor back. Not
 * thread-safe.
 */
final class SmoothFraction {
    /** After this time nearly two thirds of the way are done. */
    private static final double GLIDE_SECONDS = 0.35;
    /** Nearer than a pixel of a wide bar. */
    private static final double ARRIVED = 0.0005;

    private double shown;
    private double reported;
    private boolean first = true;

    /** The part that was reported, 0..1. The first one is shown as it is, and so is the end. */
    void report(double part) {
        reported = Math.max(reported, part);
        if (first && part > 0 || reported >= 1) {
            shown = reported;
        }
        first = first && part <= 0;
    }

    /** The part to show when so many seconds have passed since it was last asked for. */
    double after(double seconds) {
        shown += (reported - shown) * (1 - Math.exp(-Math.max(0, seconds) / GLIDE_SECONDS));
        if (reported - shown < ARRIVED) {
            shown = reported;
        }
        return shown;
    }

    /** The part to show now. */
    double shown() {
        return shown;
    }
}
