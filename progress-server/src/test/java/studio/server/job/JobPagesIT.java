package studio.server.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.model.job.JobPage;
import studio.model.job.JobPatch;
import studio.model.job.JobStatus;
import studio.model.job.JobSummary;

/** The history as it is paged, sorted and searched. */
class JobPagesIT {
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
    void pages_neither_repeat_nor_lose_a_job_while_others_are_added() {
        Set<String> before = new HashSet<>();
        for (int i = 0; i < 25; i++) {
            stored.pass(i % 3 == 0 ? 0 : 1);
            before.add(stored.start("job " + i).summary().jobId());
        }

        List<String> seen = new ArrayList<>();
        JobFilter filter = JobFilter.newest(4);
        JobPage page = stored.jobs.page(filter);
        while (true) {
            page.jobs().forEach(job -> seen.add(job.jobId()));
            assertThat(page.total()).isEqualTo(25);
            stored.pass(1);
            stored.start("newer");
            if (page.nextCursor() == null) {
                break;
            }
            page = stored.jobs.page(filter.after(page.nextCursor()));
        }

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(new HashSet<>(seen)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(JobSort.Key.class)
    void every_sort_pages_through_all_jobs_in_both_directions(JobSort.Key key) {
        for (int i = 0; i < 7; i++) {
            stored.pass(1);
            String jobId = stored.start("job " + i).summary().jobId();
            Double score = i % 3 == 0 ? null : (Double) (i / 7.0);
            stored.jdbi()
                    .useHandle(handle -> handle.createUpdate(
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
            JobPage page = stored.jobs.page(filter);
            seen.addAll(page.jobs());
            while (page.nextCursor() != null) {
                page = stored.jobs.page(filter.after(page.nextCursor()));
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
        String sweep = stored.start("The Big Sweep").summary().jobId();
        stored.start("other");
        stored.jobs.patch(sweep, new JobPatch(null, "looks good", List.of("keep", "btc"), true));

        assertThat(find("big sw", List.of(), Set.of())).containsExactly(sweep);
        assertThat(find("LOOKS", List.of(), Set.of())).containsExactly(sweep);
        assertThat(find("100%_", List.of(), Set.of())).isEmpty();
        assertThat(find(null, List.of("btc"), Set.of())).containsExactly(sweep);
        assertThat(find(null, List.of("btc", "eth"), Set.of())).isEmpty();
        assertThat(find(null, List.of(), Set.of(JobStatus.RUNNING))).isEmpty();
        assertThat(find(null, List.of(), Set.of(JobStatus.PENDING))).hasSize(2);
        assertThat(stored.jobs.find(sweep).orElseThrow().summary().name()).isEqualTo("The Big Sweep");
    }

    @Test
    void figures_are_bounded_on_both_sides_and_a_job_without_the_figure_passes_no_bound() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(stored.start("job " + i).summary().jobId());
        }
        for (int i = 0; i < 5; i++) {
            double score = i / 2.0;
            int trades = i * 10;
            String jobId = ids.get(i);
            boolean pinned = i == 3;
            stored.jdbi()
                    .useHandle(handle -> handle.createUpdate(
                                    "UPDATE training_jobs SET best_score = :score, trades = :trades, pinned = :pinned, verdict = 'FRAGILE' WHERE job_id = :id")
                            .bind("score", score)
                            .bind("trades", trades)
                            .bind("pinned", pinned)
                            .bind("id", jobId)
                            .execute());
        }

        assertThat(bounded(new JobBounds(0.5, 1.5, null, null, null, null, null, null, null, null, null, null)))
                .containsExactlyInAnyOrderElementsOf(ids.subList(1, 4));
        assertThat(bounded(new JobBounds(null, null, null, null, 20.0, null, null, null, null, "FRAGILE", null, null)))
                .containsExactlyInAnyOrderElementsOf(ids.subList(2, 5));
        assertThat(bounded(new JobBounds(null, null, null, null, null, null, null, null, null, null, true, null)))
                .containsExactly(ids.get(3));
        assertThat(bounded(new JobBounds(null, null, null, null, null, null, 0.0, null, null, null, null, null)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_job_without_a_verdict_comes_last_in_both_directions(boolean descending) {
        List<String> ids = new ArrayList<>();
        for (String verdict : new String[] {"ROBUST", "", "FRAGILE", "", "OVERFIT"}) {
            String jobId = stored.start("a job").summary().jobId();
            ids.add(jobId);
            stored.jdbi()
                    .useHandle(handle -> handle.createUpdate(
                                    "UPDATE training_jobs SET verdict = nullif(:verdict, '') WHERE job_id = :id")
                            .bind("verdict", verdict)
                            .bind("id", jobId)
                            .execute());
        }

        List<String> found = pages(new JobSort(JobSort.Key.VERDICT, descending), JobBounds.NONE);

        List<String> judged = new ArrayList<>(List.of(ids.get(2), ids.get(4), ids.get(0)));
        if (descending) {
            java.util.Collections.reverse(judged);
        }
        assertThat(found.subList(0, 3)).isEqualTo(judged);
        assertThat(found.subList(3, 5)).containsExactlyInAnyOrder(ids.get(1), ids.get(3));
    }

    @Test
    void jobs_are_found_by_who_started_them() {
        String anna = stored.start("a").summary().jobId();
        stored.start("b");
        stored.jdbi()
                .useHandle(
                        handle -> handle.createUpdate("UPDATE training_jobs SET created_by = 'anna' WHERE job_id = :id")
                                .bind("id", anna)
                                .execute());

        assertThat(bounded(new JobBounds(null, null, null, null, null, null, null, null, null, null, null, "anna")))
                .containsExactly(anna);
    }

    private List<String> bounded(JobBounds bounds) {
        return pages(JobSort.NEWEST, bounds);
    }

    /** The ids of all jobs that pass, in order, two to a page. */
    private List<String> pages(JobSort sort, JobBounds bounds) {
        JobFilter filter = new JobFilter(
                Set.of(), null, null, null, null, null, null, List.of(), null, null, bounds, sort, 2, null);
        List<String> ids = new ArrayList<>();
        JobPage page = stored.jobs.page(filter);
        page.jobs().forEach(j -> ids.add(j.jobId()));
        while (page.nextCursor() != null) {
            page = stored.jobs.page(filter.after(page.nextCursor()));
            page.jobs().forEach(j -> ids.add(j.jobId()));
        }
        return ids;
    }

    @Test
    void a_cursor_of_another_sort_is_refused() {
        stored.start("a");
        stored.start("b");
        String cursor = stored.jobs.page(JobFilter.newest(1)).nextCursor();

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

    private List<String> find(String q, List<String> tags, Set<JobStatus> status) {
        return stored
                .jobs
                .page(new JobFilter(
                        status, null, null, null, null, null, q, tags, null, null, JobSort.NEWEST, 10, null))
                .jobs()
                .stream()
                .map(JobSummary::jobId)
                .toList();
    }
}
