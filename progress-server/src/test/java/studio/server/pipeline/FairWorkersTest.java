package studio.server.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FairWorkersTest {
    private final ExecutorService threads = Executors.newFixedThreadPool(1);
    private final FairWorkers workers = new FairWorkers(threads);
    private final CountDownLatch begin = new CountDownLatch(1);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_jobs_next_trial_waits_for_one_piece_of_another_jobs_work_and_not_for_all_of_it() throws Exception {
        List<String> done = new ArrayList<>();
        ExecutorService one = workers.line();
        ExecutorService other = workers.line();
        hold();

        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String name = "a" + i;
            all.add(one.submit(() -> done.add(name)));
        }
        all.add(other.submit(() -> done.add("b0")));
        all.add(other.submit(() -> done.add("b1")));
        begin.countDown();
        for (Future<?> each : all) {
            each.get();
        }

        assertThat(done).containsExactly("a0", "b0", "a1", "b1", "a2", "a3");
    }

    @Test
    void everything_handed_in_from_many_threads_is_run_once() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(4);
        ExecutorService pool = Executors.newFixedThreadPool(3);
        FairWorkers shared = new FairWorkers(pool);
        AtomicInteger ran = new AtomicInteger();
        List<Future<?>> handing = new ArrayList<>();
        for (int job = 0; job < 4; job++) {
            ExecutorService line = shared.line();
            handing.add(many.submit(() -> {
                List<Future<?>> own = new ArrayList<>();
                for (int i = 0; i < 5_000; i++) {
                    own.add(line.submit(ran::incrementAndGet));
                }
                for (Future<?> each : own) {
                    each.get();
                }
                return null;
            }));
        }

        for (Future<?> each : handing) {
            each.get();
        }
        many.shutdownNow();
        pool.shutdownNow();

        assertThat(ran).hasValue(20_000);
    }

    @Test
    void what_is_cancelled_while_it_waits_is_not_run_and_keeps_nobody_else_waiting() throws Exception {
        ExecutorService line = workers.line();
        AtomicInteger ran = new AtomicInteger();
        hold();

        Future<?> first = line.submit(ran::incrementAndGet);
        Future<?> second = line.submit(() -> ran.addAndGet(10));
        first.cancel(false);
        begin.countDown();
        second.get();

        assertThat(ran).hasValue(10);
    }

    @Test
    void a_server_that_has_stopped_refuses_and_keeps_nothing() {
        ExecutorService line = workers.line();
        threads.shutdownNow();

        assertThatThrownBy(() -> line.submit(() -> {})).isInstanceOf(RejectedExecutionException.class);
        assertThat(line.isShutdown()).isTrue();
    }

    /** The only thread waits until the test has handed in everything. */
    private void hold() {
        threads.execute(() -> {
            try {
                begin.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
