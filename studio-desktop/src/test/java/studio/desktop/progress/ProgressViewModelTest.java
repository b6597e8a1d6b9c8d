package studio.desktop.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import studio.desktop.fakes.SampleJobs;
import studio.desktop.fx.Formats;
import studio.desktop.results.FigureFormat;
import studio.model.job.EventLevel;
import studio.model.job.EventPage;
import studio.model.job.JobEvent;
import studio.model.job.JobStatus;
import studio.model.progress.ProgressSnapshot;
import studio.model.progress.StepKey;
import studio.model.progress.StepProgress;
import studio.model.progress.StepState;
import studio.model.strategy.StrategyList;

class ProgressViewModelTest {
    private static final Instant NOW = SampleJobs.START.plusSeconds(625);

    private final ProgressViewModel viewModel =
            new ProgressViewModel(SampleJobs.JOB_ID, new FigureFormat(new Formats(Locale.UK, ZoneOffset.UTC)), NOW);

    @Test
    void before_the_first_answer_nothing_is_claimed() {
        assertThat(viewModel.percentProperty().get()).isEmpty();
        assertThat(viewModel.etaProperty().get()).isEqualTo("not known yet");
        assertThat(viewModel.cancelBlockedProperty().get()).isNotEmpty();
    }

    @Test
    void step_two_shows_what_the_optimizer_does() {
        viewModel.onJob(SampleJobs.summary(SampleJobs.JOB_ID, JobStatus.RUNNING));
        viewModel.onStrategies(new StrategyList(List.of(SampleJobs.liquiditySweep())));

        viewModel.onSnapshot(SampleJobs.optimizing(), NOW);

        assertThat(viewModel.titleProperty().get()).isEqualTo("Liquidity sweep · BTC/USDT · 5m");
        assertThat(viewModel.percentProperty().get()).isEqualTo("55 %");
        assertThat(viewModel.elapsedProperty().get()).isEqualTo("10 min 25 s");
        assertThat(viewModel.etaProperty().get()).isEqualTo("about 14:05, between 14:03 and 14:09");
        assertThat(viewModel.etaUtcProperty().get())
                .isEqualTo(
                        "about 2026-03-02 14:05:00 UTC, between 2026-03-02 14:03:00 UTC and 2026-03-02 14:09:00 UTC");
        assertThat(viewModel.dashboard().iterationProperty().get()).isEqualTo("30 / 50");
        assertThat(viewModel.dashboard().paceProperty().get()).isEqualTo("0.08");
        assertThat(viewModel.dashboard().bestScoreProperty().get()).isEqualTo("1.85");
        assertThat(viewModel.dashboard().infeasibleProperty().get()).isEqualTo("4");
        assertThat(viewModel.dashboard().bestParams().get(0).value()).isEqualTo("0.00152");
        assertThat(viewModel.dashboard().bestParams().get(0).unit()).isEqualTo("fraction of price");
        assertThat(viewModel.steps())
                .extracting(StepView::text)
                .containsExactly("Data Collection", "Optimizing… 60%", "Validation", "Save");
    }

    @Test
    void the_bar_never_goes_back() {
        viewModel.onSnapshot(SampleJobs.optimizing(), NOW);

        viewModel.onSnapshot(SampleJobs.snapshot(JobStatus.RUNNING, 40, 2, 30, "taken over", 99), NOW);

        assertThat(viewModel.fractionProperty().get()).isEqualTo(0.55);
        assertThat(viewModel.percentProperty().get()).isEqualTo("55 %");
    }

    @Test
    void a_snapshot_that_comes_late_changes_nothing() {
        viewModel.onSnapshot(SampleJobs.completed(), NOW);

        viewModel.onSnapshot(SampleJobs.optimizing(), NOW);

        assertThat(viewModel.phaseProperty().get()).isEqualTo(Phase.COMPLETED);
    }

    @Test
    void an_end_that_has_passed_its_interval_is_said_to_take_longer() {
        viewModel.onSnapshot(SampleJobs.optimizing(), NOW);

        viewModel.tick(SampleJobs.START.plus(Duration.ofMinutes(30)));

        assertThat(viewModel.etaProperty().get()).isEqualTo("was expected about 14:05; takes longer");
    }

    @Test
    void an_end_on_another_day_says_which() {
        viewModel.onSnapshot(SampleJobs.optimizing(), NOW.minus(Duration.ofDays(1)));

        assertThat(viewModel.etaProperty().get()).startsWith("about 2 Mar 14:05");
    }

    @Test
    void a_server_that_is_away_leaves_the_last_figures_with_their_age_and_no_cancel() {
        viewModel.onSnapshot(SampleJobs.optimizing(), NOW);

        viewModel.onAway(NOW.plusSeconds(95));

        assertThat(viewModel.awayProperty().get()).contains("1 min 35 s old");
        assertThat(viewModel.elapsedProperty().get()).isEqualTo("10 min 25 s");
        assertThat(viewModel.cancelBlockedProperty().get()).contains("does not answer");

        viewModel.onSnapshot(SampleJobs.validating(), NOW.plusSeconds(100));

        assertThat(viewModel.awayProperty().get()).isEmpty();
        assertThat(viewModel.cancelBlockedProperty().get()).isEmpty();
        assertThat(viewModel.percentProperty().get()).isEqualTo("83 %");
    }

    @Test
    void elapsed_time_goes_on_between_snapshots() {
        viewModel.onSnapshot(SampleJobs.optimizing(), NOW);

        viewModel.tick(NOW.plusSeconds(3));

        assertThat(viewModel.elapsedProperty().get()).isEqualTo("10 min 28 s");
    }

    @Test
    void cancelling_asks_once_and_says_that_finished_trials_are_kept() {
        viewModel.onSnapshot(SampleJobs.optimizing(), NOW);

        viewModel.askCancel();

        assertThat(viewModel.confirmingCancelProperty().get()).isTrue();
        assertThat(viewModel.cancelQuestion()).contains("30 trials").contains("kept");

        viewModel.onCancelRequested();

        assertThat(viewModel.confirmingCancelProperty().get()).isFalse();
        assertThat(viewModel.cancelBlockedProperty().get()).isEqualTo("The training is being cancelled.");
    }

    @Test
    void of_more_trials_than_are_stored_the_question_and_the_outcome_promise_the_best_only() {
        viewModel.onSnapshot(SampleJobs.ran(JobStatus.RUNNING, 123_218), NOW);

        assertThat(viewModel.cancelQuestion())
                .isEqualTo("Cancel this training? 123,218 trials have finished; the best and an even sample are kept"
                        + " with the results.");

        viewModel.onSnapshot(SampleJobs.ran(JobStatus.CANCELLED, 123_218), NOW);

        assertThat(viewModel.summary().explanationProperty().get())
                .isEqualTo("123,218 trials had finished; the best and an even sample are kept with the results.");
    }

    @Test
    void a_cancel_that_was_refused_can_be_tried_again() {
        viewModel.onSnapshot(SampleJobs.optimizing(), NOW);
        viewModel.onCancelRequested();

        viewModel.onActionFailed("The server does not answer.");

        assertThat(viewModel.noticeProperty().get()).isEqualTo("The server does not answer.");
        assertThat(viewModel.cancelBlockedProperty().get()).isEmpty();
    }

    @Test
    void a_failed_job_names_the_step_and_what_to_do() {
        viewModel.onSnapshot(SampleJobs.failed(), NOW);

        assertThat(viewModel.summary().outcomeProperty().get()).isEqualTo("Training failed in step Optimization");
        assertThat(viewModel.summary().explanationProperty().get()).isEqualTo(SampleJobs.FAILURE);
        assertThat(viewModel.steps().get(1).text()).isEqualTo("Optimization (failed)");
        assertThat(viewModel.etaProperty().get()).isEmpty();
    }

    @Test
    void a_completed_job_shows_its_key_figures() {
        viewModel.onSnapshot(SampleJobs.completed(), NOW);
        viewModel.onResults(SampleJobs.results(JobStatus.COMPLETED));

        assertThat(viewModel.summary().figures())
                .extracting(f -> f.label() + " " + f.value())
                .contains("Best Sharpe ratio 1.85", "Net profit +24.31 %", "Walk-forward efficiency 46 %");
        assertThat(viewModel.summary().hasResultsProperty().get()).isTrue();
    }

    @Test
    void a_step_that_was_skipped_or_cancelled_says_so_in_words() {
        ProgressSnapshot s = SampleJobs.cancelled();
        List<StepProgress> steps = new ArrayList<>(s.steps());
        steps.set(2, new StepProgress(StepKey.VALIDATION, "Validation", StepState.SKIPPED, null, null));
        ProgressSnapshot skipped = new ProgressSnapshot(
                s.jobId(),
                s.percentage(),
                s.currentStep(),
                s.stepNumber(),
                4,
                s.stepPercentage(),
                s.stepDetails(),
                s.startedAt(),
                s.updatedAt(),
                null,
                30,
                50,
                null,
                null,
                null,
                true,
                null,
                s.status(),
                s.message(),
                steps,
                null,
                null,
                1,
                null,
                0,
                0,
                null,
                1,
                9);

        viewModel.onSnapshot(skipped, NOW);

        assertThat(viewModel.steps())
                .extracting(StepView::text)
                .containsExactly("Data Collection", "Optimization (cancelled)", "Validation (skipped)", "Save");
        assertThat(viewModel.summary().explanationProperty().get())
                .contains("30 trials")
                .contains("kept");
        assertThat(viewModel.dashboard().bestScoreProperty().get()).isEqualTo("–");
    }

    @Test
    void a_waiting_job_says_its_place_in_the_queue() {
        viewModel.onSnapshot(SampleJobs.pending(), NOW);

        assertThat(viewModel.elapsedProperty().get()).isEqualTo("not started, number 2 in the queue");
        assertThat(viewModel.dashboardShownProperty().get()).isFalse();
    }

    @Test
    void the_log_keeps_the_newest_lines() {
        List<JobEvent> events = new ArrayList<>();
        for (int i = 1; i <= 500; i++) {
            events.add(new JobEvent(i, SampleJobs.START, EventLevel.INFO, null, "line " + i));
        }

        viewModel.onEvents(new EventPage(events, 500));

        assertThat(viewModel.log()).hasSize(ProgressViewModel.LOG_LINES);
        assertThat(viewModel.log().get(199).text()).endsWith("line 500");
    }
}
