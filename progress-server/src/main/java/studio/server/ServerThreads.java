package studio.server;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The server's threads, all of them daemons; {@link ServerApp} owns and stops them. */
final class ServerThreads {
    private static final Duration GOODBYE = Duration.ofSeconds(10);

    private ServerThreads() {}

    /** One name for this server among all that share the queue. */
    static String workerName() {
        return ProcessHandle.current().pid() + "-"
                + UUID.randomUUID().toString().substring(0, 8);
    }

    static ExecutorService pool(String name, int count) {
        return Executors.newFixedThreadPool(count, named(name));
    }

    static ScheduledExecutorService timer(String name, int count) {
        return Executors.newScheduledThreadPool(count, named(name));
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Lets what runs end for a while, then interrupts it. */
    static void stop(ExecutorService executor) throws InterruptedException {
        executor.shutdown();
        if (!executor.awaitTermination(GOODBYE.toSeconds(), TimeUnit.SECONDS)) {
            executor.shutdownNow();
        }
    }
}
