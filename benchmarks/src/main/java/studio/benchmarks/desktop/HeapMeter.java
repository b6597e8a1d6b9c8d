package studio.benchmarks.desktop;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
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
        long before = collections();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (collections() == before) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the collector did not go through the whole heap within a minute");
            }
            System.gc();
        }
    }

    /** Those of the whole heap, by the names that the serial, the parallel and the G1 collector give theirs. */
    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(c -> c.getName().contains("Old") || c.getName().contains("MarkSweep"))
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
