package studio.desktop.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import studio.desktop.fakes.SampleJobs;
import studio.model.progress.ProgressSnapshot;

class PollPaceTest {
    private static final Duration SETTING = Duration.ofSeconds(2);
    private static final Instant START = Instant.parse("2026-03-02T13:00:00Z");

    @Test
    void a_job_in_its_first_seconds_is_urgent() {
        assertThat(PollPace.isUrgent(running(3, 10, 600))).isTrue();
        assertThat(PollPace.isUrgent(running(30, 10, 600))).isFalse();
    }

    @Test
    void a_job_near_its_end_is_urgent_by_the_servers_own_times() {
        assertThat(PollPace.isUrgent(running(597, 94, 600))).isTrue();
        assertThat(PollPace.isUrgent(running(590, 96, 900))).isTrue();
        assertThat(PollPace.isUrgent(SampleJobs.completed())).isFalse();
    }

    @Test
    void the_setting_holds_in_between_and_an_unseen_window_asks_rarely() {
        assertThat(PollPace.next(SETTING, false, 0, false)).isEqualTo(SETTING);
        assertThat(PollPace.next(SETTING, false, 0, true)).isEqualTo(PollPace.QUICK);
        assertThat(PollPace.next(SETTING, true, 0, true)).isEqualTo(PollPace.UNSEEN);
        assertThat(PollPace.next(Duration.ofSeconds(60), true, 0, true)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void nobody_is_asked_quickly_for_ever_nor_more_slowly_than_was_set() {
        assertThat(PollPace.next(SETTING, false, 40, true)).isEqualTo(SETTING);
        assertThat(PollPace.next(Duration.ofMillis(300), false, 0, true)).isEqualTo(Duration.ofMillis(300));
    }

    private static ProgressSnapshot running(double elapsed, double percentage, double endsAfter) {
        ProgressSnapshot like = SampleJobs.optimizing();
        return new ProgressSnapshot(
                like.jobId(),
                percentage,
                like.currentStep(),
                like.stepNumber(),
                like.totalSteps(),
                like.stepPercentage(),
                like.stepDetails(),
                START,
                START.plusMillis((long) (elapsed * 1000)),
                START.plusMillis((long) (endsAfter * 1000)),
                like.currentIteration(),
                like.totalIterations(),
                like.bestScore(),
                like.currentScore(),
                like.bestParams(),
                false,
                null,
                like.status(),
                like.message(),
                like.steps(),
                like.etaLow(),
                like.etaHigh(),
                elapsed,
                like.iterationsPerSecond(),
                like.infeasibleIterations(),
                like.failedIterations(),
                null,
                like.attempt(),
                like.version());
    }
}
