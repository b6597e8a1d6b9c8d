package studio.server.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import studio.model.job.JobStatus;
import studio.model.progress.ProgressSnapshot;

class PollCacheTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicLong stored = new AtomicLong(1);
    private final PollCache cache = new PollCache(nanos::get);

    private Optional<Polled> read() {
        reads.incrementAndGet();
        return Optional.of(polled(stored.get(), null));
    }

    private static Polled polled(long version, @Nullable Integer place) {
        ProgressSnapshot snapshot = new ProgressSnapshot(
                "job",
                0,
                "",
                1,
                4,
                0,
                Map.of(),
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                JobStatus.PENDING,
                "",
                List.of(),
                null,
                null,
                0,
                null,
                0,
                0,
                place,
                0,
                version);
        return new Polled(snapshot, place == null ? Long.toString(version) : version + "-" + place);
    }

    private long version() {
        return cache.newest("job", this::read).orElseThrow().version();
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
                assertThat(version()).isEqualTo(1);
                done.countDown();
            });
        }
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        threads.shutdown();

        assertThat(reads).hasValue(1);
    }

    @Test
    void a_change_is_seen_a_quarter_of_a_second_later() {
        version();
        stored.set(2);

        pass(249);
        assertThat(version()).isEqualTo(1);
        pass(1);
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void a_snapshot_read_elsewhere_is_known_at_once() {
        version();

        cache.learn("job", polled(9, null));

        assertThat(version()).isEqualTo(9);
    }

    @Test
    void an_outage_is_told_to_all_and_tried_again_by_one() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> cache.newest("job", () -> {
                        reads.incrementAndGet();
                        throw new IllegalStateException("away");
                    }))
                    .hasMessage("away");
        }
        assertThat(reads).hasValue(1);

        pass(250);
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void a_client_is_answered_with_what_it_has_or_something_newer_and_never_with_an_older_version() {
        Polled running = polled(12, null);
        Polled waiting = polled(12, 3);

        assertThat(List.of("\"12\"", "\"11\"", "W/\"9\"", "\"11-1\"")).allMatch(running::answers);
        assertThat(List.of("\"13\"", "\"13-1\"", "*", "\"none\"", "12", "\"9\", \"13\"", ""))
                .noneMatch(running::answers);
        assertThat(List.of("\"12-3\"", "\"11-4\"", "\"12-4\"", "\"12-3-1790000000\""))
                .allMatch(waiting::answers);
        assertThat(List.of("\"13-2\"", "\"13\"")).noneMatch(waiting::answers);
    }

    @Test
    void a_snapshot_is_written_once_for_all_who_ask() {
        Polled polled = polled(1, null);
        AtomicInteger written = new AtomicInteger();

        byte[] first = polled.text(snapshot -> new byte[] {(byte) written.incrementAndGet()});
        byte[] second = polled.text(snapshot -> new byte[] {(byte) written.incrementAndGet()});

        assertThat(first).isSameAs(second).containsExactly(1);
    }

    @Test
    void what_is_at_hand_is_what_was_read_a_moment_ago() {
        assertThat(cache.atHand("job")).isNull();

        version();

        assertThat(cache.atHand("job")).isNotNull();
        assertThat(cache.atHand("other")).isNull();
        pass(PollCache.FRESH_MILLIS);
        assertThat(cache.atHand("job")).isNull();
        assertThat(reads).hasValue(1);
    }

    @Test
    void an_outage_is_nothing_at_hand() {
        assertThatThrownBy(() -> cache.newest("job", () -> {
                    throw new IllegalStateException("away");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(cache.atHand("job")).isNull();
    }
}
