package studio.server.progress.eta;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The point estimates that progress displays are known for, side by side on the same looks: the overall average, the
 * exponential moving average of the rate with smoothing 0.3 as tqdm computes it (sums of work and of time smoothed apart,
 * with its bias taken out), and the rate over the last 30 seconds. Not thread-safe.
 */
public final class PublishedEstimators {
    private static final double SMOOTHING = 0.3;
    private static final double WINDOW_SECONDS = 30;

    private final Deque<double[]> window = new ArrayDeque<>();
    private double beganSeconds = Double.NaN;
    private double beganDone;
    private double lastSeconds;
    private double lastDone;
    private double smoothWork;
    private double smoothTime;
    private double smoothWeight;

    /** Takes a look: seconds since the start, and the part of the whole that is done, 0..1. */
    public void see(double seconds, double done) {
        if (Double.isNaN(beganSeconds)) {
            beganSeconds = seconds;
            beganDone = done;
        } else if (seconds > lastSeconds) {
            smoothWork = SMOOTHING * (done - lastDone) + (1 - SMOOTHING) * smoothWork;
            smoothTime = SMOOTHING * (seconds - lastSeconds) + (1 - SMOOTHING) * smoothTime;
            smoothWeight = SMOOTHING + (1 - SMOOTHING) * smoothWeight;
        }
        lastSeconds = seconds;
        lastDone = done;
        window.addLast(new double[] {seconds, done});
        while (window.size() > 2 && window.getFirst()[0] < seconds - WINDOW_SECONDS) {
            window.removeFirst();
        }
    }

    /** Seconds left at the rate since the start; infinite while nothing is done. */
    public double overall() {
        return left(lastDone - beganDone, lastSeconds - beganSeconds);
    }

    /** Seconds left at the smoothed rate; infinite while nothing is done. */
    public double smoothed() {
        return smoothWeight == 0 ? Double.POSITIVE_INFINITY : left(smoothWork, smoothTime);
    }

    /** Seconds left at the rate of the last 30 seconds; infinite while nothing was done in them. */
    public double sliding() {
        double[] first = window.getFirst();
        return left(lastDone - first[1], lastSeconds - first[0]);
    }

    private double left(double done, double seconds) {
        return done <= 0 ? Double.POSITIVE_INFINITY : (1 - lastDone) * seconds / done;
    }
}
