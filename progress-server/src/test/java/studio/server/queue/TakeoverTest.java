package studio.server.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class TakeoverTest {
    private static final Instant DUE = Instant.parse("2025-10-23T06:00:00Z");
    private final List<Instant> rescheduled = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private boolean needsAnother = true;
    private boolean removed;

    @Test
    void a_dead_workers_job_goes_back_to_the_place_that_it_had() {
        miss(id -> false, () -> true);

        assertThat(left).containsExactly("job of gone");
        assertThat(rescheduled).containsExactly(DUE);
        assertThat(removed).isFalse();
    }

    @Test
    void a_dead_workers_job_that_was_being_cancelled_leaves_the_queue() {
        needsAnother = false;

        miss(id -> false, () -> true);

        assertThat(rescheduled).isEmpty();
        assertThat(removed).isTrue();
    }

    @Test
    void a_job_that_runs_here_is_not_dead_though_its_heartbeat_could_not_be_written() {
        miss("job"::equals, () -> true);

        assertThat(rescheduled).isEmpty();
        assertThat(left).isEmpty();
    }

    @Test
    void nobody_is_declared_dead_before_every_living_worker_could_tell_after_an_outage() {
        miss(id -> false, () -> false);

        assertThat(rescheduled).isEmpty();
        assertThat(left).isEmpty();
    }

    @Test
    void a_worker_that_breaks_is_tried_again_ever_later_and_at_least_once_a_minute() {
        List<Duration> waits = new ArrayList<>();
        for (int failures = 0; failures < 12; failures++) {
            waits.add(JobQueue.retryAfter(failures));
        }

        assertThat(waits).isSorted().startsWith(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(waits).endsWith(Duration.ofMinutes(1));
    }

    @Test
    void heartbeats_follow_from_the_takeover_that_is_wanted() {
        QueueSettings standard = QueueSettings.of("w", 1, QueueSettings.STANDARD_TAKEOVER, false);
        QueueSettings fast = QueueSettings.of("w", 1, Duration.ofSeconds(5), false);

        assertThat(standard.heartbeat()).isEqualTo(Duration.ofSeconds(2));
        assertThat(standard.silence()).isEqualTo(Duration.ofSeconds(8));
        assertThat(fast.silence()).isLessThan(Duration.ofSeconds(2));
    }

    private void miss(Predicate<String> runsHere, BooleanSupplier databaseIsSteady) {
        Takeover takeover = new Takeover(runsHere, databaseIsSteady, (jobId, worker) -> {
            left.add(jobId + " of " + worker);
            return needsAnother;
        });
        Execution execution =
                new Execution(DUE, new TaskInstance<Void>("training", "job"), true, "gone", null, null, 0, DUE, 1);
        takeover.deadExecution(ExecutionComplete.failure(execution, DUE, DUE, null), new Recording(execution));
    }

    private final class Recording extends ExecutionOperations<Void> {
        Recording(Execution execution) {
            super(null, null, execution);
        }

        @Override
        public void reschedule(ExecutionComplete complete, Instant next) {
            rescheduled.add(next);
        }

        @Override
        public void remove() {
            removed = true;
        }
    }
}
