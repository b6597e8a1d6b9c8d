package studio.desktop.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.desktop.fakes.SampleJobs;
import studio.desktop.fakes.TestDesk;
import studio.model.job.JobStatus;

class TrialsViewModelTest {
    private final TestDesk desk = new TestDesk();
    private final TrialsViewModel viewModel = new TrialsViewModel(desk.context(), SampleJobs.JOB_ID);

    @Test
    void all_trials_of_a_training_are_counted_without_asking_for_its_progress() {
        desk.client.trials.addAll(SampleJobs.variedTrials(90));

        viewModel.load();

        assertThat(viewModel.noteProperty().get()).startsWith("80 of 90 trials have a score;");
        assertThat(desk.client.calls).noneMatch(call -> call.startsWith("progress"));
    }

    @Test
    void of_a_large_training_it_is_told_how_many_ran_and_how_many_of_them_are_kept() {
        desk.client.trials.addAll(SampleJobs.variedTrials(9_000));
        desk.client.thinned = true;
        desk.client.progress.put(SampleJobs.JOB_ID, SampleJobs.ran(JobStatus.COMPLETED, 123_218));

        viewModel.load();

        assertThat(viewModel.noteProperty().get())
                .isEqualTo("9,000 of 123,218 trials are kept: the best 10,000 and an even sample."
                        + " 8,000 of them have a score.");
    }

    @Test
    void what_the_retention_of_old_trainings_left_is_not_called_a_sample() {
        desk.client.trials.addAll(SampleJobs.variedTrials(90));
        desk.client.thinned = true;
        desk.client.progress.put(SampleJobs.JOB_ID, SampleJobs.ran(JobStatus.COMPLETED, 1_240));

        viewModel.load();

        assertThat(viewModel.noteProperty().get())
                .startsWith("90 of 1,240 trials are kept, those with the best scores;")
                .doesNotContain("sample");
    }
}
