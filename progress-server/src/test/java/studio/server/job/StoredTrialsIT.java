package studio.server.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.engine.search.Trial;
import studio.server.job.sql.ResultRepository;

/** Trials as they are stored, read and thinned. */
class StoredTrialsIT {
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
    void a_worker_whose_attempt_has_passed_stores_nothing() {
        String jobId = stored.start("job").summary().jobId();
        int lost = stored.runs.claim(jobId, "a", stored.now()).orElseThrow().attempt();
        int held = stored.runs.claim(jobId, "b", stored.now()).orElseThrow().attempt();

        boolean late = stored.trials.insert(jobId, lost, List.of(StoredJobs.trial(1, 0.1)));
        boolean good = stored.trials.insert(jobId, held, List.of(StoredJobs.trial(1, 0.1 + 0.2)));

        assertThat(late).isFalse();
        assertThat(good).isTrue();
        assertThat(stored.trials.known(jobId).get(1)).isEqualTo(StoredJobs.trial(1, 0.1 + 0.2));
    }

    @Test
    void a_running_job_shows_its_best_trial_so_far() {
        String jobId = stored.start("job").summary().jobId();
        int attempt = stored.runs.claim(jobId, "a", stored.now()).orElseThrow().attempt();
        stored.trials.insert(
                jobId, attempt, List.of(StoredJobs.trial(1, 1), StoredJobs.trial(2, 3), StoredJobs.trial(3, 3)));

        var results =
                new ResultRepository(stored.jdbi(), stored.trials).find(jobId).orElseThrow();

        assertThat(results.partial()).isTrue();
        assertThat(results.bestTrial()).isEqualTo(2);
        assertThat(results.bestScore()).isEqualTo(3);
    }

    @Test
    void who_reads_on_while_a_job_runs_misses_no_trial_that_ended_late() {
        String jobId = stored.start("job").summary().jobId();
        int attempt = stored.runs.claim(jobId, "a", stored.now()).orElseThrow().attempt();
        stored.trials.insert(
                jobId, attempt, List.of(StoredJobs.trial(1, 1), StoredJobs.trial(2, 1), StoredJobs.trial(4, 1)));

        var first = stored.trials.page(jobId, 0, 10);
        stored.trials.insert(jobId, attempt, List.of(StoredJobs.trial(3, 1)));
        var second = stored.trials.page(jobId, first.nextAfter(), 10);

        assertThat(first.trials()).extracting(t -> t.number()).containsExactly(1, 2);
        assertThat(second.trials()).extracting(t -> t.number()).containsExactly(3, 4);
    }

    @Test
    void thinning_keeps_the_best_and_an_even_sample() {
        String jobId = stored.start("job").summary().jobId();
        int attempt = stored.runs.claim(jobId, "a", stored.now()).orElseThrow().attempt();
        List<Trial> many = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            many.add(StoredJobs.trial(i, i % 37));
        }
        stored.trials.insert(jobId, attempt, many);

        stored.trials.thin(jobId, 5, 10);

        var page = stored.trials.page(jobId, 0, 1_000);
        assertThat(page.thinned()).isTrue();
        assertThat(page.trials()).extracting(t -> t.number()).contains(1, 11, 21, 91, 36, 35, 73, 72);
        assertThat(page.total()).isBetween(10L, 15L);
    }
}
