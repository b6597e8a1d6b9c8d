package studio.server.progress.eta;

/**
 * The time in which a job was worked on: when looks at it come far apart, the machine slept or the process stood still,
 * and that says nothing of how fast the work is. Not thread-safe.
 */
final class ActiveTime {
    /** A gap is a pause when it is that long and that many times the usual one. */
    private static final double PAUSE_SECONDS = 2;

    private static final double PAUSE_FACTOR = 6;
    private static final double SMOOTHING = 0.1;

    private long lastMillis = -1;
    private double usual;
    private double seconds;

    /** Goes on to that moment and gives the seconds of work since the last one. */
    double advance(long millis) {
        if (lastMillis < 0) {
            lastMillis = millis;
            return 0;
        }
        double gap = Math.max(0, millis - lastMillis) / 1000.0;
        lastMillis = Math.max(lastMillis, millis);
        double worked = usual > 0 && gap > PAUSE_SECONDS && gap > PAUSE_FACTOR * usual ? usual : gap;
        usual = usual == 0 ? worked : usual + SMOOTHING * (worked - usual);
        seconds += worked;
        return worked;
    }

    /** All seconds of work. */
    double seconds() {
        return seconds;
    }
}
