package studio.server.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.server.progress.StoreUnavailableException;

class BatchedLogTest {
    private final List<Integer> stored = new ArrayList<>();
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicBoolean gaveUp = new AtomicBoolean();

    private boolean store(List<Integer> batch) {
        if (away.get()) {
            throw new StoreUnavailableException("away", new IllegalStateException());
        }
        return stored.addAll(batch);
    }

    private BatchedLog<Integer> log(int mostWaiting) {
        return new BatchedLog<>(this::store, () -> {}, gaveUp::get, mostWaiting);
    }

    @Test
    void what_comes_while_the_database_is_away_is_stored_in_order_when_it_is_back() {
        BatchedLog<Integer> log = log(10_000);
        away.set(true);
        IntStream.range(0, 5_000).forEach(log::add);
        log.flush();
        IntStream.range(5_000, 8_000).forEach(log::add);
        log.flush();
        assertThat(stored).isEmpty();

        away.set(false);
        log.flush();

        assertThat(stored)
                .containsExactlyElementsOf(IntStream.range(0, 8_000).boxed().toList());
    }

    @Test
    void memory_is_bounded_so_that_a_full_log_holds_the_training_until_there_is_room() throws InterruptedException {
        BatchedLog<Integer> log = log(100);
        away.set(true);
        CountDownLatch added = new CountDownLatch(150);
        Thread adding = new Thread(() -> IntStream.range(0, 150).forEach(i -> {
            log.add(i);
            added.countDown();
        }));
        adding.start();
        while (added.getCount() > 50) {
            Thread.onSpinWait();
        }
        log.flush();
        assertThat(added.getCount()).isEqualTo(50);

        away.set(false);
        while (added.getCount() > 0) {
            log.flush();
        }
        log.flush();

        assertThat(stored)
                .containsExactlyElementsOf(IntStream.range(0, 150).boxed().toList());
    }

    @Test
    void a_run_that_stores_nothing_more_is_not_held_by_a_full_log() throws InterruptedException {
        BatchedLog<Integer> log = log(1);
        log.add(1);
        gaveUp.set(true);
        CountDownLatch free = new CountDownLatch(1);

        new Thread(() -> {
                    log.add(2);
                    free.countDown();
                })
                .start();

        assertThat(free.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
