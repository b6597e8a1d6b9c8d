package studio.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.model.job.TrialState;
import studio.model.job.TrialView;

class ScoreSeriesTest {

    private static TrialView scored(int number, double score) {
        return new TrialView(number, TrialState.COMPLETE, Map.of(), score, null, null, 1);
    }

    private static TrialView infeasible(int number) {
        return new TrialView(number, TrialState.INFEASIBLE, Map.of(), null, null, "7 trades", 1);
    }

    @Test
    void the_best_so_far_only_rises_and_trials_without_a_score_leave_it() {
        ScoreSeries series = new ScoreSeries();

        series.add(infeasible(1));
        series.add(scored(2, -0.5));
        series.add(scored(3, 1.2));
        series.add(infeasible(4));
        series.add(scored(5, 0.4));

        assertThat(series.best(0)).isNaN();
        assertThat(new double[] {series.best(1), series.best(2), series.best(3), series.best(4)})
                .containsExactly(-0.5, 1.2, 1.2, 1.2);
        assertThat(series.bestNumber()).hasValue(3);
        assertThat(series.infeasible()).isEqualTo(2);
    }

    @Test
    void a_trial_that_is_told_twice_is_drawn_once() {
        ScoreSeries series = new ScoreSeries();
        series.add(scored(1, 1));

        assertThat(series.add(scored(1, 1))).isFalse();
        assertThat(series.size()).isEqualTo(1);
    }

    @Test
    void a_ruinous_trial_does_not_press_all_others_into_a_line() {
        ScoreSeries series = new ScoreSeries();
        for (int i = 1; i <= 200; i++) {
            series.add(scored(i, i == 50 ? -900 : 1 + i / 1000.0));
        }

        Scale scale = series.range(100, 0);

        assertThat(scale.min()).isGreaterThan(0.9);
        assertThat(scale.max()).isBetween(1.2, 1.3);
    }

    @Test
    void the_nearest_trial_is_found_also_where_numbers_are_missing() {
        ScoreSeries series = new ScoreSeries();
        series.add(scored(10, 1));
        series.add(scored(20, 1));
        series.add(scored(90, 1));

        assertThat(series.nearest(17)).hasValue(1);
        assertThat(series.nearest(-5)).hasValue(0);
        assertThat(series.nearest(1_000)).hasValue(2);
        assertThat(new ScoreSeries().nearest(3)).isEmpty();
    }

    @Test
    void the_axis_has_its_final_length_but_for_the_first_trials_of_a_great_many() {
        ScoreSeries series = new ScoreSeries();
        series.add(scored(162, 1));

        assertThat(series.axisEnd(200)).isEqualTo(200);
        assertThat(series.axisEnd(3_000)).isEqualTo(3_000);
        assertThat(series.axisEnd(1_000_000)).isEqualTo(512);
        assertThat(series.axisEnd(0)).isEqualTo(162);
        assertThat(new ScoreSeries().axisEnd(100)).isEqualTo(100);
    }

    @Test
    void a_hundred_thousand_trials_are_taken() {
        ScoreSeries series = new ScoreSeries();
        for (int i = 1; i <= 100_000; i++) {
            series.add(scored(i, Math.sin(i)));
        }

        assertThat(series.size()).isEqualTo(100_000);
        assertThat(series.best()).hasValueCloseTo(1.0, org.assertj.core.data.Offset.offset(1e-6));
    }
}
