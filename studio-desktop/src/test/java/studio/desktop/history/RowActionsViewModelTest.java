package studio.desktop.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.desktop.context.DesktopContext;
import studio.desktop.fakes.SampleJobs;
import studio.desktop.fakes.TestDesk;
import studio.desktop.fx.Background;
import studio.model.job.JobStatus;

class RowActionsViewModelTest {
    private final TestDesk desk = new TestDesk();
    private final HistoryViewModel viewModel = new HistoryViewModel(desk.context(), desk.feed);
    private final RowActionsViewModel actions = new RowActionsViewModel(desk.context(), viewModel);

    @Test
    void what_cannot_be_done_says_why() {
        desk.jobs(1, JobStatus.RUNNING);
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
        desk.jobs(1, JobStatus.RUNNING);
        desk.jobs(1, JobStatus.FAILED);
        viewModel.open();

        actions.select(viewModel.rows().get(0));
        actions.run(RowAction.OPEN);
        actions.select(viewModel.rows().get(1));
        actions.run(RowAction.OPEN);

        assertThat(desk.went).containsExactly("progress running-0", "results failed-0");
    }

    @Test
    void deleting_asks_first_and_takes_the_row_away() {
        desk.jobs(2, JobStatus.COMPLETED);
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
        desk.jobs(2, JobStatus.COMPLETED);
        viewModel.open();
        actions.select(viewModel.rows().get(0));
        actions.run(RowAction.DELETE);

        actions.select(viewModel.rows().get(1));
        actions.confirm();

        assertThat(desk.client.jobs).hasSize(2);
    }

    @Test
    void name_note_tags_and_pin_are_stored() {
        desk.jobs(1, JobStatus.COMPLETED);
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
        desk.jobs(2, JobStatus.COMPLETED);
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
        desk.jobs(1, JobStatus.COMPLETED);
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
        desk.jobs(1, JobStatus.COMPLETED);
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
        desk.jobs(1, JobStatus.COMPLETED);
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
        desk.jobs(1, JobStatus.COMPLETED);
        viewModel.open();
        actions.select(viewModel.rows().get(0));

        actions.run(RowAction.RERUN);
        actions.run(RowAction.EDIT);

        assertThat(desk.went).contains("progress rerun-of-completed-0", "edit LIQUIDITY_SWEEP");
    }
}
