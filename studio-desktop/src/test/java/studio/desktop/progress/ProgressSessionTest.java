package studio.desktop.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.desktop.fakes.SampleJobs;
import studio.desktop.fakes.TestDesk;
import studio.desktop.results.FigureFormat;
import studio.model.job.JobStatus;

class ProgressSessionTest {
    private final TestDesk desk = new TestDesk();
    private ProgressViewModel viewModel;
    private ProgressSession session;

    @BeforeEach
    void open() {
        desk.client.jobs.put(SampleJobs.JOB_ID, SampleJobs.summary(SampleJobs.JOB_ID, JobStatus.RUNNING));
        viewModel = new ProgressViewModel(
                SampleJobs.JOB_ID, new FigureFormat(desk.context().formats()), desk.now);
        session = new ProgressSession(viewModel, desk.context(), desk.feed);
        session.open();
    }

    @Test
    void only_trials_that_are_new_are_asked_for() {
        desk.client.trials.addAll(SampleJobs.trials(30));
        desk.feed.tell(SampleJobs.optimizing());
        desk.client.trials.clear();
        desk.client.trials.addAll(SampleJobs.trials(50));

        desk.feed.tell(SampleJobs.validating());

        assertThat(desk.client.calls)
                .contains("trials after 0", "trials after 30")
                .doesNotContain("trials after 50");
        assertThat(viewModel.dashboard().scores().size()).isEqualTo(50);
    }

    @Test
    void trials_of_a_modal_that_opens_late_come_page_by_page() {
        desk.client.trials.addAll(SampleJobs.trials(2_500));

        desk.feed.tell(SampleJobs.optimizing());

        assertThat(desk.client.calls).contains("trials after 0", "trials after 1000", "trials after 2000");
        assertThat(viewModel.dashboard().scores().size()).isEqualTo(2_500);
    }

    @Test
    void an_ended_job_is_no_longer_polled_and_its_results_are_shown() {
        desk.client.results.put(SampleJobs.JOB_ID, SampleJobs.results(JobStatus.COMPLETED));

        desk.feed.tell(SampleJobs.completed());

        assertThat(desk.feed.watches()).isZero();
        assertThat(viewModel.summary().figures()).isNotEmpty();
    }

    @Test
    void closing_releases_every_subscription() {
        session.close();

        assertThat(desk.feed.watches()).isZero();
        assertThat(desk.delay.waiting()).isZero();
    }

    @Test
    void after_a_close_a_late_snapshot_is_not_heard() {
        session.close();

        session.onSnapshot(SampleJobs.optimizing());

        assertThat(viewModel.phaseProperty().get()).isEqualTo(Phase.UNKNOWN);
    }

    @Test
    void a_modal_opened_while_the_server_is_away_catches_up_by_itself() {
        session.close();
        desk.client.away = true;
        session = new ProgressSession(viewModel, desk.context(), desk.feed);
        session.open();
        desk.feed.away();
        assertThat(viewModel.awayProperty().get()).isNotEmpty();

        desk.client.away = false;
        desk.client.events.addAll(SampleJobs.events());
        desk.feed.tell(SampleJobs.optimizing());

        assertThat(viewModel.awayProperty().get()).isEmpty();
        assertThat(viewModel.titleProperty().get()).isEqualTo("Liquidity sweep · BTC/USDT · 5m");
        assertThat(viewModel.log()).hasSize(4);
    }

    @Test
    void a_cancel_that_the_server_refuses_is_told_in_its_words() {
        desk.client.jobs.put(SampleJobs.JOB_ID, SampleJobs.summary(SampleJobs.JOB_ID, JobStatus.COMPLETED));

        session.cancelTraining();

        assertThat(viewModel.noticeProperty().get()).contains("has already ended");
    }

    @Test
    void training_again_opens_the_new_job() {
        session.trainAgain(() -> desk.went.add("closed"));

        assertThat(desk.went).containsExactly("closed", "progress rerun-of-" + SampleJobs.JOB_ID);
    }
}
