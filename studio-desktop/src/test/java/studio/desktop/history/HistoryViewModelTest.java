package studio.desktop.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import studio.desktop.context.DesktopContext;
import studio.desktop.fakes.SampleJobs;
import studio.desktop.fakes.TestDesk;
import studio.desktop.fx.Background;
import studio.model.job.JobStatus;

class HistoryViewModelTest {
    private final TestDesk desk = new TestDesk();
    private final HistoryViewModel viewModel = new HistoryViewModel(desk.context(), desk.feed);
    private final RowActionsViewModel actions = new RowActionsViewModel(desk.context(), viewModel);

    private void jobs(int count, JobStatus status) {
        for (int i = 0; i < count; i++) {
            String id = status.name().toLowerCase(java.util.Locale.ROOT) + "-" + i;
            desk.client.jobs.put(id, SampleJobs.summary(id, status));
        }
    }

    @Test
    void further_pages_come_only_as_one_scrolls_to_them() {
        jobs(450, JobStatus.COMPLETED);
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
        jobs(1, JobStatus.COMPLETED);
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
        jobs(150, JobStatus.COMPLETED);
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
        jobs(3, JobStatus.RUNNING);
        jobs(50, JobStatus.COMPLETED);
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
        jobs(3, JobStatus.RUNNING);
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
        jobs(5, JobStatus.COMPLETED);
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
        jobs(150, JobStatus.COMPLETED);
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
        jobs(3, JobStatus.COMPLETED);
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
        jobs(3, JobStatus.COMPLETED);
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
        jobs(3, JobStatus.COMPLETED);
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

    @Test
    void what_cannot_be_done_says_why() {
        jobs(1, JobStatus.RUNNING);
        viewModel.open();
        assertThat(actions.blockedProperty(RowAction.OPEN).get()).isEqualTo("Select a training first.");

        actions.select(viewModel.rows().get(0));

        assertThat(actions.blockedProperty(RowAction.OPEN).get()).isEmpty();
        assertThat(actions.blockedProperty(RowAction.DELETE).get()).contains("Cancel it first");
        viewModel.rows().get(0).onJob(SampleJobs.summary("running-0", JobStatus.COMPLETED));
        assertThat(actions.blockedProperty(RowAction.DELETE).get()).isEmpty();
        assertThat(actions.blockedProperty(RowAction.CANCEL).get()).isEqualTo("The training has already ended.");
    }

    @Test
    void a_running_job_opens_its_progress_and_an_ended_one_its_results() {
        jobs(1, JobStatus.RUNNING);
        jobs(1, JobStatus.FAILED);
        viewModel.open();

        actions.select(viewModel.rows().get(0));
        actions.run(RowAction.OPEN);
        actions.select(viewModel.rows().get(1));
        actions.run(RowAction.OPEN);

        assertThat(desk.went).containsExactly("progress running-0", "results failed-0");
    }

    @Test
    void deleting_asks_first_and_takes_the_row_away() {
        jobs(2, JobStatus.COMPLETED);
        viewModel.open();
        actions.select(viewModel.rows().get(0));

        actions.run(RowAction.DELETE);
        assertThat(actions.questionProperty().get()).contains("cannot be undone");
        assertThat(desk.client.jobs).hasSize(2);
        actions.confirm();

        assertThat(desk.client.jobs).containsOnlyKeys("completed-1");
        assertThat(viewModel.rows()).extracting(HistoryRow::jobId).containsExactly("completed-1");
        assertThat(actions.questionProperty().get()).isEmpty();
    }

    @Test
    void a_question_about_one_row_is_dropped_when_another_is_selected() {
        jobs(2, JobStatus.COMPLETED);
        viewModel.open();
        actions.select(viewModel.rows().get(0));
        actions.run(RowAction.DELETE);

        actions.select(viewModel.rows().get(1));
        actions.confirm();

        assertThat(desk.client.jobs).hasSize(2);
    }

    @Test
    void name_note_tags_and_pin_are_stored() {
        jobs(1, JobStatus.COMPLETED);
        viewModel.open();
        actions.select(viewModel.rows().get(0));

        actions.run(RowAction.RENAME);
        actions.nameProperty().set(" Night run ");
        actions.noteProperty().set("wide stops");
        actions.tagsProperty().set("a, b,, a");
        actions.save();
        actions.run(RowAction.PIN);

        assertThat(viewModel.rows().get(0).job().name()).isEqualTo("Night run");
        assertThat(viewModel.rows().get(0).job().tags()).containsExactly("a", "b");
        assertThat(viewModel.rows().get(0).job().pinned()).isTrue();
        assertThat(actions.pinLabelProperty().get()).isEqualTo("Unpin");
    }

    @Test
    void what_was_typed_and_not_saved_is_there_again_with_its_row() {
        jobs(2, JobStatus.COMPLETED);
        viewModel.open();
        actions.select(viewModel.rows().get(0));
        actions.run(RowAction.RENAME);
        actions.noteProperty().set("too good");

        viewModel.reload();
        actions.select(null);
        assertThat(actions.editingProperty().get()).isFalse();
        actions.select(viewModel.rows().get(1));
        assertThat(actions.editingProperty().get()).isFalse();
        actions.select(viewModel.rows().get(0));

        assertThat(actions.editingProperty().get()).isTrue();
        assertThat(actions.noteProperty().get()).isEqualTo("too good");
        actions.discard();
        actions.select(null);
        actions.select(viewModel.rows().get(0));
        assertThat(actions.editingProperty().get()).isFalse();
    }

    @Test
    void what_the_server_did_not_take_stays_in_the_editor() {
        jobs(1, JobStatus.COMPLETED);
        viewModel.open();
        actions.select(viewModel.rows().get(0));
        actions.run(RowAction.RENAME);
        actions.noteProperty().set("too good");
        desk.client.away = true;

        actions.save();

        assertThat(actions.editingProperty().get()).isTrue();
        assertThat(actions.noteProperty().get()).isEqualTo("too good");
        assertThat(viewModel.problemProperty().get()).isNotEmpty();
        desk.client.away = false;
        actions.save();
        assertThat(actions.editingProperty().get()).isFalse();
        assertThat(viewModel.rows().get(0).job().note()).isEqualTo("too good");
    }

    @Test
    void what_is_typed_while_it_is_being_saved_stays() {
        jobs(1, JobStatus.COMPLETED);
        List<Runnable> answers = new ArrayList<>();
        DesktopContext slow = desk.context(new Background(Runnable::run, answers::add));
        HistoryViewModel history = new HistoryViewModel(slow, desk.feed);
        RowActionsViewModel editor = new RowActionsViewModel(slow, history);
        history.open();
        answers.forEach(Runnable::run);
        answers.clear();
        editor.select(history.rows().get(0));
        editor.run(RowAction.RENAME);
        editor.noteProperty().set("too good");

        editor.save();
        editor.noteProperty().set("too good to be true");
        answers.forEach(Runnable::run);

        assertThat(editor.editingProperty().get()).isTrue();
        assertThat(editor.noteProperty().get()).isEqualTo("too good to be true");
        assertThat(history.rows().get(0).job().note()).isEqualTo("too good");
    }

    @Test
    void what_was_typed_outlives_the_page() {
        jobs(1, JobStatus.COMPLETED);
        viewModel.open();
        actions.select(viewModel.rows().get(0));
        actions.run(RowAction.RENAME);
        actions.tagsProperty().set("baseline, odd");

        HistoryViewModel next = new HistoryViewModel(desk.context(), desk.feed);
        RowActionsViewModel nextActions = new RowActionsViewModel(desk.context(), next);
        next.open();
        nextActions.select(next.rows().get(0));

        assertThat(nextActions.editingProperty().get()).isTrue();
        assertThat(nextActions.tagsProperty().get()).isEqualTo("baseline, odd");
    }

    @Test
    void rerun_opens_the_new_job_and_edit_fills_the_form() {
        jobs(1, JobStatus.COMPLETED);
        viewModel.open();
        actions.select(viewModel.rows().get(0));

        actions.run(RowAction.RERUN);
        actions.run(RowAction.EDIT);

        assertThat(desk.went).contains("progress rerun-of-completed-0", "edit LIQUIDITY_SWEEP");
    }
}
