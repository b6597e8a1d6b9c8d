package studio.server.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.model.job.EventLevel;
import studio.model.job.JobDetail;
import studio.model.job.JobEvent;
import studio.model.job.StartRequest;
import studio.server.job.sql.EventRepository;
import studio.server.job.sql.ExecutionSchedule;
import studio.server.job.sql.JobRepository;
import studio.server.queue.TrainingExecutions;

/** Jobs as they are stored and deleted. */
class JobRepositoryIT {
    private static StoredJobs stored;

    @BeforeAll
    static void open() {
        stored = new StoredJobs();
    }

    @AfterAll
    static void close() {
        stored.close();
    }

    @BeforeEach
    void empty() {
        stored.empty();
    }

    @Test
    void a_job_and_its_place_in_the_queue_are_stored_together_or_not_at_all() {
        String kept = stored.start("kept").summary().jobId();
        JobService broken = new JobService(
                new JobRepository(stored.jdbi(), new BrokenSchedule(new TrainingExecutions())),
                stored::now,
                StoredJobs.IDS);

        assertThatThrownBy(() ->
                        broken.start(StoredJobs.request("lost"), StoredJobs.spec(StoredJobs.request("lost")), null))
                .hasMessageContaining("no place");

        assertThat(stored.count("training_jobs")).isEqualTo(1);
        assertThat(stored.count("training_progress")).isEqualTo(1);
        List<String> queued = stored.jdbi()
                .withHandle(h -> h.createQuery("SELECT task_instance FROM scheduled_tasks")
                        .mapTo(String.class)
                        .list());
        assertThat(queued).containsExactly(kept);
    }

    @Test
    void a_rerun_keeps_whose_it_is_and_pending_jobs_know_their_place() {
        JobDetail first = stored.start("first");
        stored.pass(1);
        StartRequest request = StoredJobs.request("again");

        JobDetail again = stored.jobs.start(
                request, StoredJobs.spec(request), first.summary().jobId());

        assertThat(again.summary().rerunOf()).isEqualTo(first.summary().jobId());
        assertThat(again.request()).isEqualTo(request);
        assertThat(first.queuePosition()).isEqualTo(1);
        assertThat(again.queuePosition()).isEqualTo(2);
    }

    @Test
    void a_job_whose_strategy_was_deleted_a_moment_before_is_refused_with_a_sentence_and_not_stored() {
        StartRequest request = StoredJobs.request("late");

        assertThatThrownBy(() ->
                        stored.jobs.start(request, StoredJobs.spec(request).withStrategyVersion(1), null))
                .isInstanceOf(StrategyGoneException.class)
                .hasMessageContaining("was deleted in the meantime");

        assertThat(stored.count("training_jobs")).isZero();
        assertThat(stored.count("scheduled_tasks")).isZero();
    }

    @Test
    void deleting_a_job_takes_all_that_hangs_on_it() {
        String jobId = stored.start("job").summary().jobId();
        int attempt = stored.runs.claim(jobId, "a", stored.now()).orElseThrow().attempt();
        stored.trials.insert(jobId, attempt, List.of(StoredJobs.trial(1, 1), StoredJobs.trial(2, 2)));
        new EventRepository(stored.jdbi())
                .append(jobId, attempt, new JobEvent(0, stored.now(), EventLevel.INFO, null, "hello"));
        stored.jdbi()
                .useHandle(handle -> handle.createUpdate(
                                "UPDATE training_jobs SET status = 'FAILED', ended_at = now() WHERE job_id = :id")
                        .bind("id", jobId)
                        .execute());

        DeleteOutcome outcome = stored.jobs.delete(jobId);

        assertThat(outcome).isInstanceOf(DeleteOutcome.Deleted.class);
        for (String table : List.of(
                "training_jobs", "training_progress", "training_trials", "training_events", "training_state_changes")) {
            assertThat(stored.count(table)).as(table).isZero();
        }
    }

    private record BrokenSchedule(ExecutionSchedule behind) implements ExecutionSchedule {
        @Override
        public void add(Connection transaction, String jobId, Instant due) {
            behind.add(transaction, jobId, due);
            throw new IllegalStateException("no place in the queue");
        }

        @Override
        public void remove(Connection transaction, String jobId) {
            behind.remove(transaction, jobId);
        }
    }
}
