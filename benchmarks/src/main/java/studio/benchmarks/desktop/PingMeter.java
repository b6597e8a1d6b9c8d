package studio.benchmarks.desktop;

import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import studio.desktop.fx.FxThread;

/**
 * How long the UI thread is not there for others: every millisecond a tiny task is sent to it, unless the last one still
 * waits, and how long it waited is noted. A task or pulse of 20 ms shows as a wait of up to 20 ms.
 */
final class PingMeter implements AutoCloseable {
    private final ScheduledExecutorService pings = Executors.newSingleThreadScheduledExecutor();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final double[] millis = new double[1_000_000];
    private int count;

    PingMeter() {
        pings.scheduleAtFixedRate(this::ping, 0, 1, TimeUnit.MILLISECONDS);
    }

    private void ping() {
        if (!waiting.compareAndSet(false, true)) {
            return;
        }
        long sent = System.nanoTime();
        FxThread.later(() -> {
            if (count < millis.length) {
                millis[count++] = (System.nanoTime() - sent) / 1e6;
            }
            waiting.set(false);
        });
    }

    /** Ends the measuring and tells median, 99th percentile and longest wait. Call on the UI thread. */
    String told() {
        close();
        double[] sorted = Arrays.copyOf(millis, count);
        Arrays.sort(sorted);
        return "%d waits, median %.2f ms, p99 %.1f ms, longest %.1f ms"
                .formatted(count, at(sorted, 0.5), at(sorted, 0.99), sorted.length == 0 ? 0 : sorted[count - 1]);
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
    }

    @Override
    public void close() {
        pings.shutdownNow();
    }
}
