package studio.server.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VersionCacheTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicLong stored = new AtomicLong(1);
    private final VersionCache cache = new VersionCache(nanos::get);

    private OptionalLong read() {
        reads.incrementAndGet();
        return OptionalLong.of(stored.get());
    }

    private void pass(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Test
    void thousands_of_polls_within_a_moment_cost_one_query() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        CountDownLatch done = new CountDownLatch(5_000);
        for (int i = 0; i < 5_000; i++) {
            threads.execute(() -> {
                assertThat(cache.version("job", this::read)).hasValue(1);
                done.countDown();
            });
        }
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        threads.shutdown();

        assertThat(reads).hasValue(1);
    }

    @Test
    void a_change_is_seen_a_quarter_of_a_second_later() {
        cache.version("job", this::read);
        stored.set(2);

        pass(249);
        assertThat(cache.version("job", this::read)).hasValue(1);
        pass(1);
        assertThat(cache.version("job", this::read)).hasValue(2);
    }

    @Test
    void a_version_read_elsewhere_is_known_at_once() {
        cache.version("job", this::read);

        cache.learn("job", 9);

        assertThat(cache.version("job", this::read)).hasValue(9);
    }

    @Test
    void an_outage_is_told_to_all_and_tried_again_by_one() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> cache.version("job", () -> {
                        reads.incrementAndGet();
                        throw new IllegalStateException("away");
                    }))
                    .hasMessage("away");
        }
        assertThat(reads).hasValue(1);

        pass(250);
        assertThat(cache.version("job", this::read)).hasValue(1);
    }
}
