package studio.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class IdleWatchTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2025-10-23T12:00:00Z"));
    private final AtomicBoolean working = new AtomicBoolean();
    private final AtomicInteger exits = new AtomicInteger();
    private final IdleWatch watch = new IdleWatch(PATIENCE, working::get, exits::incrementAndGet, now::get);

    @Test
    void a_server_that_nobody_asks_ends_after_its_patience_and_not_before() {
        pass(59);
        watch.look();
        assertThat(exits).hasValue(0);

        pass(1);
        watch.look();

        assertThat(exits).hasValue(1);
    }

    @Test
    void a_request_begins_the_wait_anew() {
        pass(59);
        watch.asked();
        pass(59);

        watch.look();

        assertThat(exits).hasValue(0);
    }

    @Test
    void an_open_job_keeps_the_server_and_its_end_begins_the_wait_anew() {
        working.set(true);
        pass(600);
        watch.look();
        working.set(false);
        pass(59);
        watch.look();
        assertThat(exits).hasValue(0);

        pass(1);
        watch.look();

        assertThat(exits).hasValue(1);
    }

    @Test
    void a_server_that_cannot_tell_whether_a_job_is_open_stays() {
        IdleWatch blind = new IdleWatch(
                PATIENCE,
                () -> {
                    throw new IllegalStateException("no database");
                },
                exits::incrementAndGet,
                now::get);
        pass(600);

        blind.look();

        assertThat(exits).hasValue(0);
    }

    private void pass(int seconds) {
        now.set(now.get().plusSeconds(seconds));
    }
}
