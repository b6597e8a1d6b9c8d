package studio.server.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.engine.search.Evaluation;
import studio.engine.search.ParameterSet;
import studio.engine.search.Trial;
import studio.model.job.JobDetail;
import studio.model.job.JobPage;
import studio.model.job.JobPatch;
import studio.model.job.JobStatus;
import studio.model.job.JobSummary;
import studio.model.job.StartRequest;
import studio.model.job.TrainingSpec;
import studio.model.market.Timeframe;
import studio.server.job.sql.EventRepository;
import studio.server.job.sql.JobRepository;
import studio.server.job.sql.JobRuns;
import studio.server.job.sql.ResultRepository;
import studio.server.job.sql.TrialRepository;
import studio.server.queue.TrainingExecutions;
import studio.server.shared.sql.TestDatabase;

class JobRepositoryIT {
    private static TestDatabase db;
    private static Jdbi jdbi;
    private static final Random RANDOM = new Random(11);

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private JobService jobs;
    private JobRuns runs;
    private TrialRepository trials;

    @BeforeAll
    static void open() {
        db = TestDatabase.create();
        jdbi = db.jdbi();
    }

    @AfterAll
    static void close() {
        db.close();
    }

    @BeforeEach
    void empty() {
        jdbi.useHandle(handle -> handle.execute("TRUNCATE training_jobs, scheduled_tasks CASCADE"));
        jobs = new JobService(new JobRepository(jdbi, new TrainingExecutions()), () -> now, RANDOM);
        runs = new JobRuns(jdbi);
        trials = new TrialRepository(jdbi);
    }

    @Test
    void a_job_and_its_place_in_the_queue_are_stored_together_or_not_at_all() {
        String stored = start("kept").summary().jobId();
        JobService broken = new JobService(
                new JobRepository(jdbi, new BrokenSchedule(new TrainingExecutions())), () -> now, RANDOM);

        assertThatThrownBy(() -> broken.start(request("lost"), spec(request("lost")), null))
                .hasMessageContaining("no place");

        assertThat(count("training_jobs")).isEqualTo(1);
        assertThat(count("training_progress")).isEqualTo(1);
        List<String> queued = jdbi.withHandle(h -> h.createQuery("SELECT task_instance FROM scheduled_tasks")
                .mapTo(String.class)
                .list());
        assertThat(queued).containsExactly(stored);
    }

    @Test
    void pages_neither_repeat_nor_lose_a_job_while_others_are_added() {
        Set<String> before = new HashSet<>();
        for (int i = 0; i < 25; i++) {
            now = now.plusSeconds(i % 3 == 0 ? 0 : 1);
            before.add(start("job " + i).summary().jobId());
        }

        List<String> seen = new ArrayList<>();
        JobFilter filter = JobFilter.newest(4);
        JobPage page = jobs.page(filter);
        while (true) {
            page.jobs().forEach(job -> seen.add(job.jobId()));
            now = now.plusSeconds(1);
            start("newer");
            if (page.nextCursor() == null) {
                break;
            }
            page = jobs.page(filter.after(page.nextCursor()));
        }

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(new HashSet<>(seen)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(JobSort.Key.class)
    void every_sort_pages_through_all_jobs_in_both_directions(JobSort.Key key) {
        for (int i = 0; i < 7; i++) {
            now = now.plusSeconds(1);
            String jobId = start("job " + i).summary().jobId();
            Double score = i % 3 == 0 ? null : (Double) (i / 7.0);
            jdbi.useHandle(handle -> handle.createUpdate(
                            "UPDATE training_jobs SET best_score = :score, net_profit_pct = :score WHERE job_id = :id")
                    .bind("score", score)
                    .bind("id", jobId)
                    .execute());
        }

        for (boolean descending : new boolean[] {true, false}) {
            JobFilter filter = new JobFilter(
                    Set.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    new JobSort(key, descending),
                    2,
                    null);
            List<JobSummary> seen = new ArrayList<>();
            JobPage page = jobs.page(filter);
            seen.addAll(page.jobs());
            while (page.nextCursor() != null) {
                page = jobs.page(filter.after(page.nextCursor()));
                seen.addAll(page.jobs());
            }
            assertThat(seen).extracting(JobSummary::jobId).hasSize(7).doesNotHaveDuplicates();
            if (key == JobSort.Key.BEST_SCORE) {
                assertThat(seen.get(6).bestScore()).isNull();
                assertThat(seen.get(0).bestScore()).isEqualTo(descending ? 5 / 7.0 : 1 / 7.0);
            }
        }
    }

    @Test
    void a_filter_finds_by_text_status_and_tags() {
        String sweep = start("The Big Sweep").summary().jobId();
        start("other");
        jobs.patch(sweep, new JobPatch(null, "looks good", List.of("keep", "btc"), true));

        assertThat(find("big sw", List.of(), Set.of())).containsExactly(sweep);
        assertThat(find("LOOKS", List.of(), Set.of())).containsExactly(sweep);
        assertThat(find("100%_", List.of(), Set.of())).isEmpty();
        assertThat(find(null, List.of("btc"), Set.of())).containsExactly(sweep);
        assertThat(find(null, List.of("btc", "eth"), Set.of())).isEmpty();
        assertThat(find(null, List.of(), Set.of(JobStatus.RUNNING))).isEmpty();
        assertThat(find(null, List.of(), Set.of(JobStatus.PENDING))).hasSize(2);
        assertThat(jobs.find(sweep).orElseThrow().summary().name()).isEqualTo("The Big Sweep");
    }

    @Test
    void figures_are_bounded_on_both_sides_and_a_job_without_the_figure_passes_no_bound() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(start("job " + i).summary().jobId());
        }
        for (int i = 0; i < 5; i++) {
            double score = i / 2.0;
            int trades = i * 10;
            String jobId = ids.get(i);
            boolean pinned = i == 3;
            jdbi.useHandle(handle -> handle.createUpdate(
                            "UPDATE training_jobs SET best_score = :score, trades = :trades, pinned = :pinned, verdict = 'FRAGILE' WHERE job_id = :id")
                    .bind("score", score)
                    .bind("trades", trades)
                    .bind("pinned", pinned)
                    .bind("id", jobId)
                    .execute());
        }

        assertThat(bounded(new JobBounds(0.5, 1.5, null, null, null, null, null, null, null, null, null)))
                .containsExactlyInAnyOrderElementsOf(ids.subList(1, 4));
        assertThat(bounded(new JobBounds(null, null, null, null, 20.0, null, null, null, null, "FRAGILE", null)))
                .containsExactlyInAnyOrderElementsOf(ids.subList(2, 5));
        assertThat(bounded(new JobBounds(null, null, null, null, null, null, null, null, null, null, true)))
                .containsExactly(ids.get(3));
        assertThat(bounded(new JobBounds(null, null, null, null, null, null, 0.0, null, null, null, null)))
                .isEmpty();
    }

    private List<String> bounded(JobBounds bounds) {
        return jobs
                .page(new JobFilter(
                        Set.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        bounds,
                        JobSort.NEWEST,
                        10,
                        null))
                .jobs()
                .stream()
                .map(JobSummary::jobId)
                .toList();
    }

    @Test
    void a_cursor_of_another_sort_is_refused() {
        start("a");
        start("b");
        String cursor = jobs.page(JobFilter.newest(1)).nextCursor();

        assertThatThrownBy(() -> new JobFilter(
                        Set.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        new JobSort(JobSort.Key.NAME, true),
                        1,
                        cursor))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cursor");
    }

    @Test
    void a_rerun_keeps_whose_it_is_and_pending_jobs_know_their_place() {
        JobDetail first = start("first");
        now = now.plusSeconds(1);
        StartRequest request = request("again");

        JobDetail again = jobs.start(request, spec(request), first.summary().jobId());

        assertThat(again.summary().rerunOf()).isEqualTo(first.summary().jobId());
        assertThat(again.request()).isEqualTo(request);
        assertThat(first.queuePosition()).isEqualTo(1);
        assertThat(again.queuePosition()).isEqualTo(2);
    }

    @Test
    void a_worker_whose_attempt_has_passed_stores_nothing() {
        String jobId = start("job").summary().jobId();
        int lost = runs.claim(jobId, "a", now).orElseThrow().attempt();
        int held = runs.claim(jobId, "b", now).orElseThrow().attempt();

        boolean late = trials.insert(jobId, lost, List.of(trial(1, 0.1)));
        boolean good = trials.insert(jobId, held, List.of(trial(1, 0.1 + 0.2)));

        assertThat(late).isFalse();
        assertThat(good).isTrue();
        assertThat(trials.known(jobId).get(1)).isEqualTo(trial(1, 0.1 + 0.2));
    }

    @Test
    void deleting_a_job_takes_all_that_hangs_on_it() {
        String jobId = start("job").summary().jobId();
        int attempt = runs.claim(jobId, "a", now).orElseThrow().attempt();
        trials.insert(jobId, attempt, List.of(trial(1, 1), trial(2, 2)));
        new EventRepository(jdbi)
                .append(
                        jobId,
                        attempt,
                        new studio.model.job.JobEvent(0, now, studio.model.job.EventLevel.INFO, null, "hello"));
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE training_jobs SET status = 'FAILED', ended_at = now() WHERE job_id = :id")
                .bind("id", jobId)
                .execute());

        DeleteOutcome outcome = jobs.delete(jobId);

        assertThat(outcome).isInstanceOf(DeleteOutcome.Deleted.class);
        for (String table : List.of(
                "training_jobs", "training_progress", "training_trials", "training_events", "training_state_changes")) {
            assertThat(count(table)).as(table).isZero();
        }
    }

    @Test
    void a_running_job_shows_its_best_trial_so_far() {
        String jobId = start("job").summary().jobId();
        int attempt = runs.claim(jobId, "a", now).orElseThrow().attempt();
        trials.insert(jobId, attempt, List.of(trial(1, 1), trial(2, 3), trial(3, 3)));

        var results = new ResultRepository(jdbi, trials).find(jobId).orElseThrow();

        assertThat(results.partial()).isTrue();
        assertThat(results.bestTrial()).isEqualTo(2);
        assertThat(results.bestScore()).isEqualTo(3);
    }

    @Test
    void who_reads_on_while_a_job_runs_misses_no_trial_that_ended_late() {
        String jobId = start("job").summary().jobId();
        int attempt = runs.claim(jobId, "a", now).orElseThrow().attempt();
        trials.insert(jobId, attempt, List.of(trial(1, 1), trial(2, 1), trial(4, 1)));

        var first = trials.page(jobId, 0, 10);
        trials.insert(jobId, attempt, List.of(trial(3, 1)));
        var second = trials.page(jobId, first.nextAfter(), 10);

        assertThat(first.trials()).extracting(t -> t.number()).containsExactly(1, 2);
        assertThat(second.trials()).extracting(t -> t.number()).containsExactly(3, 4);
    }

    @Test
    void thinning_keeps_the_best_and_an_even_sample() {
        String jobId = start("job").summary().jobId();
        int attempt = runs.claim(jobId, "a", now).orElseThrow().attempt();
        List<Trial> many = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            many.add(trial(i, i % 37));
        }
        trials.insert(jobId, attempt, many);

        trials.thin(jobId, 5, 10);

        var page = trials.page(jobId, 0, 1_000);
        assertThat(page.thinned()).isTrue();
        assertThat(page.trials()).extracting(t -> t.number()).contains(1, 11, 21, 91, 36, 35, 73, 72);
        assertThat(page.total()).isBetween(10L, 15L);
    }

    private JobDetail start(String name) {
        StartRequest request = request(name);
        return jobs.start(request, spec(request), null);
    }

    private static StartRequest request(String name) {
        return new StartRequest(
                "LIQUIDITY_SWEEP",
                "BTC/USDT",
                "binance",
                Timeframe.M5,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                name,
                null,
                null,
                null);
    }

    private static TrainingSpec spec(StartRequest request) {
        return TrainingSpec.from(request, 42);
    }

    private List<String> find(String q, List<String> tags, Set<JobStatus> status) {
        return jobs
                .page(new JobFilter(
                        status, null, null, null, null, null, q, tags, null, null, JobSort.NEWEST, 10, null))
                .jobs()
                .stream()
                .map(JobSummary::jobId)
                .toList();
    }

    private static Trial trial(int number, double score) {
        Map<String, Object> values = Map.of("pierce_depth", 0.1 * number, "average", "SMA", "period", number);
        return new Trial(
                number,
                new ParameterSet(values),
                new Evaluation(studio.model.job.TrialState.COMPLETE, score, 0, null, null),
                5);
    }

    private static long count(String table) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                .mapTo(Long.class)
                .one());
    }

    private record BrokenSchedule(studio.server.job.sql.ExecutionSchedule behind)
            implements studio.server.job.sql.ExecutionSchedule {
        @Override
        public void add(java.sql.Connection transaction, String jobId, Instant due) {
            behind.add(transaction, jobId, due);
            throw new IllegalStateException("no place in the queue");
        }

        @Override
        public void remove(java.sql.Connection transaction, String jobId) {
            behind.remove(transaction, jobId);
        }
    }
}
