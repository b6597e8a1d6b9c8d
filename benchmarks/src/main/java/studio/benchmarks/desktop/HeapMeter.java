package studio.benchmarks.desktop;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** How much of the heap the window holds. */
final class HeapMeter {
    private HeapMeter() {}

    /** Bytes that are still held once the collector has been through all of it. */
    static long used() throws InterruptedException, ExecutionException {
        for (int i = 0; i < 3; i++) {
            DrivenWindow.draw();
            collectAll();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** While the renderer works on an array, {@code System.gc()} does no more than a collection of the young: asks again. */
    private static void collectAll() {
        List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
        GarbageCollectorMXBean whole = collectors.get(collectors.size() - 1);
        long before = whole.getCollectionCount();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (whole.getCollectionCount() == before) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(whole.getName() + " did not collect within a minute");
            }
            System.gc();
        }
    }
}
