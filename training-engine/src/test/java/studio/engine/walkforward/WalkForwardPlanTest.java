package studio.engine.walkforward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import studio.model.job.OptimizerKind;
import studio.model.job.ValidationMode;
import studio.model.job.ValidationSettings;
import studio.model.market.SeriesClock;
import studio.model.market.Timeframe;
import studio.model.result.WindowPlan;

class WalkForwardPlanTest {
    private static final long FIRST = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();

    @Test
    void a_year_holds_the_standard_windows_with_test_parts_that_join() {
        WalkForwardPlan plan = fit(365, null);

        assertThat(plan.settings()).isEqualTo(ValidationSettings.standard());
        assertThat(plan.scaled()).isFalse();
        assertThat(plan.windows()).hasSize(9);
        assertThat(plan.windows().get(0)).isEqualTo(new WindowPlan(1, day(0), day(60), day(67), day(97)));
        for (int w = 1; w < 9; w++) {
            assertThat(plan.windows().get(w).testStart())
                    .isEqualTo(plan.windows().get(w - 1).testEnd());
        }
    }

    @Test
    void exactly_enough_for_three_windows_is_not_scaled() {
        assertThat(fit(157, null).scaled()).isFalse();
        assertThat(fit(157, null).windows()).hasSize(3);
    }

    @Test
    void short_data_gets_three_windows_of_the_same_proportions() {
        for (double days = 0.5; days < 157; days += 0.37) {
            WalkForwardPlan plan = fit(days, null);

            assertThat(plan.scaled()).isTrue();
            assertThat(plan.windows()).hasSize(3);
            assertThat(plan.windows().get(2).testEnd()).isBeforeOrEqualTo(day(days));
            assertThat(plan.settings().trainWindowDays() / days).isBetween(60 / 157.0 - 0.01, 60 / 157.0);
        }
    }

    @Test
    void given_windows_are_never_changed() {
        ValidationSettings given = new ValidationSettings(ValidationMode.ROLLING, 60, 30, 7, 30);

        assertThat(fit(127, given).settings()).isEqualTo(given);
        assertThat(fit(127, given).windows()).hasSize(2);
        assertThat(WalkForwardPlan.fit(SeriesClock.utc(Timeframe.M5), FIRST, FIRST + days(126.9), given))
                .isEmpty();
    }

    @Test
    void no_data_has_no_windows() {
        assertThat(WalkForwardPlan.fit(SeriesClock.utc(Timeframe.M5), FIRST, FIRST, null))
                .isEmpty();
    }

    @Test
    void anchored_train_parts_grow_from_the_first_candle() {
        WalkForwardPlan plan = fit(365, new ValidationSettings(ValidationMode.ANCHORED, 60, 30, 7, 30));

        assertThat(plan.windows())
                .hasSize(9)
                .allSatisfy(w -> assertThat(w.trainStart()).isEqualTo(day(0)));
        assertThat(plan.windows().get(8).trainEnd()).isEqualTo(day(300));
    }

    @Test
    void the_budget_on_a_train_part_is_a_quarter_and_never_more_than_planned() {
        assertThat(WalkForwardPlan.trialsPerWindow(OptimizerKind.BAYESIAN, 20)).isEqualTo(20);
        assertThat(WalkForwardPlan.trialsPerWindow(OptimizerKind.BAYESIAN, 100)).isEqualTo(30);
        assertThat(WalkForwardPlan.trialsPerWindow(OptimizerKind.RANDOM, 1_000)).isEqualTo(250);
        assertThat(WalkForwardPlan.trialsPerWindow(OptimizerKind.GRID, 900)).isEqualTo(900);
        assertThat(WalkForwardPlan.trialsPerWindow(OptimizerKind.GRID, 2_000)).isEqualTo(1_000);
        assertThat(WalkForwardPlan.trialsPerWindow(OptimizerKind.GRID, 100_000)).isEqualTo(25_000);
    }

    private static WalkForwardPlan fit(double days, ValidationSettings given) {
        return WalkForwardPlan.fit(SeriesClock.utc(Timeframe.M5), FIRST, FIRST + days(days), given)
                .orElseThrow();
    }

    private static Instant day(double day) {
        return Instant.ofEpochMilli(FIRST + days(day));
    }

    private static long days(double days) {
        return Math.round(days * Duration.ofDays(1).toMillis());
    }
}
