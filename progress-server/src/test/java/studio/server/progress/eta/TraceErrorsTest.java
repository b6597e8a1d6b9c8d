package studio.server.progress.eta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.model.progress.StepKey;
import studio.server.progress.StepCost;
import studio.server.progress.WorkPhase;
import studio.server.progress.WorkPlan;

class TraceErrorsTest {
    private static final WorkPlan PLAN = new WorkPlan(
            "LIQUIDITY_SWEEP",
            "bayesian",
            1_000,
            List.of(
                    new WorkPhase(StepKey.OPTIMIZATION, WorkPhase.SEARCH, 100, 1_000, 250),
                    new WorkPhase(StepKey.VALIDATION, WorkPhase.WINDOW, 50, 1_000, 250),
                    new WorkPhase(StepKey.VALIDATION, WorkPhase.WINDOW, 50, 1_000, 250)));

    @Test
    void errors_are_those_of_the_last_forecast_before_each_share_of_the_true_duration() {
        // 100 s in all; at 25 s it was told that 100 s are left, 90 to 120: 25 s too many, and too far away.
        ForecastTrace trace = trace(new Remaining(90, 100, 120, 0.5));

        CheckpointError quarter = TraceErrors.of(trace).get(1);

        assertThat(quarter.atPercent()).isEqualTo(25);
        assertThat(quarter.own()).isCloseTo(0.25, within(1e-9));
        assertThat(quarter.covered()).isFalse();
        assertThat(quarter.score()).isCloseTo(Math.log(75.25 / 100.25) / 0.5, within(1e-9));
    }

    @Test
    void the_published_estimators_are_exact_where_the_work_is_even() {
        CheckpointError half = TraceErrors.of(trace(null)).get(2);

        assertThat(half.told()).isFalse();
        assertThat(half.overall()).isCloseTo(0, within(1e-6));
        assertThat(half.smoothed()).isCloseTo(0, within(1e-6));
        assertThat(half.sliding()).isCloseTo(0, within(1e-6));
    }

    @Test
    void a_job_without_a_forecast_makes_the_median_worse_and_not_better() {
        List<CheckpointError> errors =
                List.of(error(0.1, true), error(Double.POSITIVE_INFINITY, false), error(0.3, false));

        Scorecard card = new Scorecard(errors, 50);

        assertThat(card.jobs()).isEqualTo(3);
        assertThat(card.told()).isEqualTo(2);
        assertThat(card.own()).isEqualTo(0.3);
        assertThat(card.coverage()).isEqualTo(0.5);
        assertThat(card.bestPublished()).isEqualTo(0.4);
    }

    @Test
    void a_trace_survives_its_text() {
        ForecastTrace trace = trace(new Remaining(1.25, 2.5, 5, 0.5));

        ForecastTrace read =
                TraceText.read(TraceText.write(trace).lines().toList()).get(0);

        assertThat(read).isEqualTo(trace);
        assertThatThrownBy(() -> TraceText.read(List.of("12\t3")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("12\t3");
    }

    @Test
    void errors_survive_their_text() {
        List<CheckpointError> errors = List.of(
                error(0.125, true),
                new CheckpointError(10, Double.POSITIVE_INFINITY, false, Double.NaN, 0.5, Double.POSITIVE_INFINITY, 2));

        assertThat(ErrorText.read(ErrorText.write(errors))).isEqualTo(errors);
    }

    @Test
    void costs_are_read_by_step_and_by_kind_of_phase() {
        List<StepCost> costs = TraceCosts.of(trace(null));

        assertThat(costs).hasSize(2);
        assertThat(costs.get(0).seconds()).isCloseTo(50, within(0.01));
        assertThat(costs.get(1).phase()).isEqualTo(WorkPhase.WINDOW);
        assertThat(costs.get(1).phases()).isEqualTo(2);
        assertThat(costs.get(1).trials()).isEqualTo(50);
        assertThat(costs.get(1).seconds()).isCloseTo(50, within(0.01));
    }

    @Test
    void a_long_job_leaves_a_bounded_trace_that_keeps_its_longest_standstill() {
        TraceRecorder recorder = new TraceRecorder();
        for (int i = 0; i < 100_000; i++) {
            double share = i < 50_000 ? i / 100_000.0 : Math.max(0.5, (i - 40) / 100_000.0);
            recorder.add(new TracePoint(205L * i, StepKey.OPTIMIZATION, share, 0, 0, null));
        }

        ForecastTrace trace = recorder.trace(PLAN, 2, 205L * 100_000);

        assertThat(trace.points()).hasSizeBetween(TraceRecorder.LARGEST / 4, TraceRecorder.LARGEST);
        assertThat(trace.standstillMillis()).isBetween(205L * 40, 205L * 43);
        assertThat(trace.isMonotone()).isTrue();
    }

    @Test
    void a_pause_is_told_apart_from_a_standstill_and_survives_as_text() {
        TraceRecorder recorder = new TraceRecorder();
        recorder.add(new TracePoint(0, StepKey.OPTIMIZATION, 0.1, 0, 0, null));
        recorder.add(new TracePoint(700, StepKey.OPTIMIZATION, 0.2, 0, 0, null));
        recorder.paused(5_000);
        recorder.add(new TracePoint(6_000, StepKey.OPTIMIZATION, 0.3, 0, 0, null));

        ForecastTrace trace = recorder.trace(PLAN, 2, 6_100);
        ForecastTrace read =
                TraceText.read(TraceText.write(trace).lines().toList()).get(0);

        assertThat(read.standstillMillis()).isEqualTo(700);
        assertThat(read.pausedMillis()).isEqualTo(5_000);
    }

    @Test
    void the_interval_widens_until_it_holds_eight_of_ten_of_this_installations_own_jobs() {
        SplittableRandom random = new SplittableRandom(5);
        List<Double> scores = new ArrayList<>();
        int held = 0;
        for (int job = 0; job < 600; job++) {
            Remaining told = new Calibration(scores.subList(0, Math.min(200, scores.size()))).around(100, 0.1);
            // Errors five times as large as they were told.
            double truth = 100 * Math.exp(0.5 * random.nextGaussian());
            held += job >= 100 && told.low() <= truth && truth <= told.high() ? 1 : 0;
            scores.add(0, Calibration.score(told, truth));
        }

        assertThat(held / 500.0).isBetween(0.75, 0.85);
    }

    private static CheckpointError error(double own, boolean covered) {
        return new CheckpointError(50, own, covered, 0, 0.4, 0.5, 0.6);
    }

    /** 100 s of even work, half of it the search, with a look every half second. */
    private static ForecastTrace trace(@org.jspecify.annotations.Nullable Remaining told) {
        List<TracePoint> points = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            points.add(new TracePoint(500L * i, StepKey.OPTIMIZATION, i / 100.0, 0, 0, told));
        }
        for (int i = 0; i < 100; i++) {
            points.add(new TracePoint(50_000 + 500L * i, StepKey.VALIDATION, i / 100.0, 0, 0, told));
        }
        return new ForecastTrace(PLAN, 2, 100_000, 500, 0, points);
    }
}
