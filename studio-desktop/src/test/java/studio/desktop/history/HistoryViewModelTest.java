package studio.desktop.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import studio.desktop.fakes.SampleJobs;
import studio.desktop.fakes.TestDesk;
import studio.desktop.fx.Background;
import studio.model.job.JobStatus;

class HistoryViewModelTest {
    private final TestDesk desk = new TestDesk();
    private final HistoryViewModel viewModel = new HistoryViewModel(desk.context(), desk.feed);

    @Test
    void further_pages_come_only_as_one_scrolls_to_them() {
        desk.jobs(450, JobStatus.COMPLETED);
        viewModel.open();
        assertThat(viewModel.rows()).hasSize(100);
        assertThat(viewModel.countProperty().get()).isEqualTo("100 of 450 trainings");

        viewModel.onShown(viewModel.rows().get(30), 30);
        assertThat(viewModel.rows()).hasSize(100);
        viewModel.onShown(viewModel.rows().get(70), 70);
        assertThat(viewModel.rows()).hasSize(300);
        viewModel.onShown(viewModel.rows().get(290), 290);

        assertThat(viewModel.rows()).hasSize(450);
        assertThat(viewModel.countProperty().get()).isEqualTo("450 trainings");
    }

    @Test
    void only_rows_that_let_one_wait_are_said_to_be_loading() {
        desk.jobs(1, JobStatus.COMPLETED);
        List<Runnable> answers = new ArrayList<>();
        HistoryViewModel waiting =
                new HistoryViewModel(desk.context(new Background(Runnable::run, answers::add)), desk.feed);
        waiting.open();
        assertThat(waiting.slowProperty().get()).isFalse();

        desk.delay.pass();
        assertThat(waiting.slowProperty().get()).isTrue();
        answers.forEach(Runnable::run);
        assertThat(waiting.slowProperty().get()).isFalse();

        waiting.reload();
        waiting.close();
        desk.delay.pass();
        assertThat(waiting.slowProperty().get()).isFalse();
    }

    @Test
    void a_row_that_is_told_on_two_pages_stands_once() {
        desk.jobs(150, JobStatus.COMPLETED);
        viewModel.open();
        desk.client.jobs.remove("completed-0");
        desk.client.jobs.put("completed-0", SampleJobs.summary("completed-0", JobStatus.COMPLETED));

        viewModel.onShown(viewModel.rows().get(90), 90);

        assertThat(viewModel.rows()).extracting(HistoryRow::jobId).doesNotHaveDuplicates();
    }

    @Test
    void a_search_waits_until_typing_rests() {
        viewModel.open();
        desk.delay.pass();
        desk.client.calls.clear();

        viewModel.searchProperty().set("sw");
        viewModel.searchProperty().set("sweep ");
        assertThat(desk.client.calls).isEmpty();
        desk.delay.pass();

        assertThat(desk.client.calls).containsExactly("jobs {q=sweep} -created_at null");
        assertThat(viewModel.placeholderProperty().get()).contains("matches");
    }

    @Test
    void filters_and_order_are_the_servers() {
        viewModel.open();
        desk.client.calls.clear();

        viewModel.filters().property(HistoryFilters.Field.STATUS).set("FAILED");
        viewModel.filters().property(HistoryFilters.Field.STRATEGY).set("LIQUIDITY_SWEEP");
        desk.delay.pass();
        viewModel.sortBy("-best_score");

        assertThat(desk.client.calls)
                .endsWith("jobs {status=FAILED, strategy=LIQUIDITY_SWEEP} -best_score null")
                .hasSize(2);
    }

    @Test
    void only_running_jobs_in_view_are_watched_in_one_request() {
        desk.jobs(3, JobStatus.RUNNING);
        desk.jobs(50, JobStatus.COMPLETED);
        viewModel.open();

        viewModel.onShown(viewModel.rows().get(0), 0);
        viewModel.onShown(viewModel.rows().get(2), 2);
        viewModel.onShown(viewModel.rows().get(5), 5);
        desk.delay.pass();

        assertThat(desk.feed.watchedJobs()).containsExactly(Set.of("running-0", "running-2"));

        viewModel.onHidden(viewModel.rows().get(0));
        desk.delay.pass();

        assertThat(desk.feed.watchedJobs()).containsExactly(Set.of("running-2"));
    }

    @Test
    void a_running_row_is_live_and_becomes_an_ended_one() {
        desk.client.jobs.put(SampleJobs.JOB_ID, SampleJobs.summary(SampleJobs.JOB_ID, JobStatus.RUNNING));
        viewModel.open();
        HistoryRow row = viewModel.rows().get(0);
        viewModel.onShown(row, 0);
        desk.delay.pass();

        desk.feed.tell(SampleJobs.validating());
        assertThat(row.job().percentage()).isEqualTo(83);
        desk.client.jobs.put(SampleJobs.JOB_ID, SampleJobs.summary(SampleJobs.JOB_ID, JobStatus.COMPLETED));
        desk.feed.tell(SampleJobs.completed());

        assertThat(row.job().netProfitPct()).isEqualTo(24.31);
        assertThat(desk.feed.watches()).isZero();
    }

    @Test
    void closing_releases_every_subscription() {
        desk.jobs(3, JobStatus.RUNNING);
        viewModel.open();
        viewModel.onShown(viewModel.rows().get(0), 0);
        desk.delay.pass();
        assertThat(desk.feed.watches()).isEqualTo(1);
        viewModel.searchProperty().set("x");

        viewModel.close();

        assertThat(desk.feed.watches()).isZero();
        assertThat(desk.delay.waiting()).isZero();
    }

    @Test
    void a_server_that_is_away_is_told_and_the_rows_stay() {
        desk.jobs(5, JobStatus.COMPLETED);
        viewModel.open();
        desk.client.away = true;

        viewModel.reload();

        assertThat(viewModel.problemProperty().get()).contains("does not answer");
        assertThat(viewModel.rows()).hasSize(5);
        desk.client.away = false;
        viewModel.reload();
        assertThat(viewModel.problemProperty().get()).isEmpty();
    }

    @Test
    void rows_fetched_ahead_stand_there_before_anybody_looks() {
        desk.jobs(150, JobStatus.COMPLETED);
        AtomicInteger over = new AtomicInteger();

        viewModel.prefetch(over::incrementAndGet);

        assertThat(viewModel.rows()).hasSize(100);
        assertThat(viewModel.countProperty().get()).isEqualTo("100 of 150 trainings");
        assertThat(over).hasValue(1);
        desk.delay.pass();
        assertThat(desk.feed.watches()).isZero();
    }

    @Test
    void rows_fetched_ahead_change_nothing_once_the_page_is_open() {
        desk.jobs(3, JobStatus.COMPLETED);
        viewModel.prefetch(() -> {});
        viewModel.open();
        HistoryRow row = viewModel.rows().get(0);
        AtomicInteger over = new AtomicInteger();

        viewModel.prefetch(over::incrementAndGet);

        assertThat(viewModel.rows()).hasSize(3).first().isSameAs(row);
        assertThat(over).hasValue(1);
    }

    @Test
    void rows_fetched_ahead_for_other_filters_are_dropped() {
        desk.jobs(3, JobStatus.COMPLETED);
        List<Runnable> answers = new ArrayList<>();
        HistoryViewModel slow =
                new HistoryViewModel(desk.context(new Background(Runnable::run, answers::add)), desk.feed);
        AtomicInteger over = new AtomicInteger();

        slow.prefetch(over::incrementAndGet);
        slow.filters().property(HistoryFilters.Field.STATUS).set("FAILED");
        answers.forEach(Runnable::run);

        assertThat(slow.rows()).isEmpty();
        assertThat(over).hasValue(1);
    }

    @Test
    void rows_fetched_ahead_that_are_let_go_of_never_come() {
        desk.jobs(3, JobStatus.COMPLETED);
        List<Runnable> answers = new ArrayList<>();
        HistoryViewModel slow =
                new HistoryViewModel(desk.context(new Background(Runnable::run, answers::add)), desk.feed);
        AtomicInteger over = new AtomicInteger();

        slow.prefetch(over::incrementAndGet).cancel();
        answers.forEach(Runnable::run);

        assertThat(slow.rows()).isEmpty();
        assertThat(over).hasValue(0);
    }

    @Test
    void a_server_that_is_away_ends_the_fetching_ahead_and_is_told_only_when_the_page_opens() {
        desk.client.away = true;
        AtomicInteger over = new AtomicInteger();

        viewModel.prefetch(over::incrementAndGet);

        assertThat(over).hasValue(1);
        assertThat(viewModel.problemProperty().get()).isEmpty();
        viewModel.open();
        assertThat(viewModel.problemProperty().get()).contains("does not answer");
    }
}
