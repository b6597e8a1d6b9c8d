package studio.server.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandoverTest {
    private static final int UPDATES = 200_000;

    /** 100 threads are more than have places of their own. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 100})
    void the_newest_update_is_there_when_all_threads_are_done_and_what_is_read_never_goes_back(int threads)
            throws InterruptedException {
        Handover handover = new Handover(ProgressUpdate.NONE);
        AtomicLong orders = new AtomicLong();
        CountDownLatch together = new CountDownLatch(threads);
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> {
                together.countDown();
                for (long order = orders.incrementAndGet(); order <= UPDATES; order = orders.incrementAndGet()) {
                    handover.leave(update(order));
                }
            });
            running.add(thread);
            thread.start();
        }

        long seen = 0;
        while (running.stream().anyMatch(Thread::isAlive)) {
            long order = handover.newest().order();
            assertThat(order).isGreaterThanOrEqualTo(seen);
            seen = order;
        }
        for (Thread thread : running) {
            thread.join();
        }

        assertThat(handover.newest().order()).isEqualTo(UPDATES);
    }

    private static ProgressUpdate update(long order) {
        return ProgressUpdate.NONE.at(order, 100.0 * order / UPDATES, null);
    }
}
