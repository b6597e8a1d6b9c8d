package studio.benchmarks.desktop;

import com.sun.glass.ui.monocle.MeteredPlatformFactory;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * How long each task of the UI thread takes: pulses (animation, style sheets, layout, what they hand to the renderer),
 * input, and everything sent with {@code runLater}. Both by the clock on the wall, and in processor time of the thread
 * itself, which is what remains of a task when no other program holds the core.
 *
 * <p>Each task counts once, for its length: the waits of probes sent at a fixed pace would count a long task as often as
 * it is long, and idle time as often as it lasts. As short tasks dilute a percentile too, it is told a second time
 * without those of less than a millisecond.
 *
 * <p>Needs {@link MeteredPlatformFactory} as the platform. Measures from its making on; all else is for the UI thread.
 */
final class TaskMeter {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double BOUND_MILLIS = 16;
    private static final double SHORT_MILLIS = 1;

    private final double[] wall = new double[1_000_000];
    private final double[] processor = new double[1_000_000];
    private int count;

    TaskMeter() {
        MeteredPlatformFactory.wrapWith(task -> () -> measured(task));
    }

    private void measured(Runnable task) {
        long before = System.nanoTime();
        long processorBefore = THREADS.getCurrentThreadCpuTime();
        try {
            task.run();
        } finally {
            if (count < wall.length) {
                processor[count] = (THREADS.getCurrentThreadCpuTime() - processorBefore) / 1e6;
                wall[count++] = (System.nanoTime() - before) / 1e6;
            }
        }
    }

    /** Ends the measuring and tells what it came to. */
    String told() {
        MeteredPlatformFactory.wrapWith(UnaryOperator.identity());
        return "%d tasks%n    on the wall %s%n    processor   %s".formatted(count, told(wall), told(processor));
    }

    private String told(double[] millis) {
        double[] sorted = Arrays.copyOf(millis, count);
        Arrays.sort(sorted);
        double[] notShort = Arrays.stream(sorted).filter(m -> m >= SHORT_MILLIS).toArray();
        return "median %.2f ms, p99 %.1f ms, longest %.1f ms, %d over %.0f ms; p99 of the %d of 1 ms and more %.1f ms"
                .formatted(
                        at(sorted, 0.5),
                        at(sorted, 0.99),
                        at(sorted, 1),
                        Arrays.stream(sorted).filter(m -> m > BOUND_MILLIS).count(),
                        BOUND_MILLIS,
                        notShort.length,
                        at(notShort, 0.99));
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
    }
}
