package studio.server.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PauseWatchTest {
    private long processNanos;
    private Instant now = Instant.parse("2025-10-23T06:00:00Z");
    private final PauseWatch watch = new PauseWatch(() -> processNanos);

    @Test
    void a_process_that_was_stopped_for_five_seconds_is_seen() {
        look(200, 150);

        Duration pause = look(5_100, 3);

        assertThat(pause).isEqualTo(Duration.ofMillis(5_100));
        assertThat(look(200, 150)).isZero();
    }

    @Test
    void a_process_that_waits_its_turn_on_a_busy_machine_has_not_stood_still() {
        look(200, 150);

        assertThat(look(3_000, 90)).isZero();
    }

    @Test
    void a_writer_that_waits_for_the_database_while_trials_run_has_not_stood_still() {
        look(200, 150);

        assertThat(look(4_000, 7_000)).isZero();
    }

    @Test
    void looks_at_the_usual_rhythm_are_no_pause_though_nothing_is_to_be_done() {
        for (int i = 0; i < 50; i++) {
            assertThat(look(205, 0)).isZero();
        }
    }

    @Test
    void where_the_system_does_not_tell_processor_time_no_pause_is_claimed() {
        processNanos = Long.MIN_VALUE / 2;

        assertThat(look(200, 0)).isZero();
        assertThat(look(60_000, 0)).isZero();
    }

    private Duration look(long laterMillis, long workedMillis) {
        now = now.plusMillis(laterMillis);
        processNanos += workedMillis * 1_000_000;
        return watch.look(now);
    }
}
