package studio.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.model.job.TrialState;
import studio.model.job.TrialView;

class LuckLineTest {

    @Test
    void points_are_joined_by_straight_lines_and_the_ends_go_on() {
        LuckLine line = LuckLine.of(List.of(List.of(1, 0.0), List.of(11, 1.0), List.of(31, 2)));

        assertThat(line.at(0)).isZero();
        assertThat(line.at(6)).isCloseTo(0.5, within(1e-12));
        assertThat(line.at(21)).isCloseTo(1.5, within(1e-12));
        assertThat(line.at(99)).isEqualTo(2);
    }

    @Test
    void what_is_no_list_of_pairs_is_no_line() {
        assertThat(LuckLine.of(null).isEmpty()).isTrue();
        assertThat(LuckLine.of("1.5").isEmpty()).isTrue();
        assertThat(LuckLine.of(List.of(List.of(1, 2), List.of(3))).isEmpty()).isTrue();
    }

    @Test
    void luck_above_the_best_score_is_inside_the_drawn_range() {
        ScoreSeries series = new ScoreSeries();
        series.add(new TrialView(1, TrialState.COMPLETE, java.util.Map.of(), 0.5, null, null, 1));
        series.add(new TrialView(2, TrialState.COMPLETE, java.util.Map.of(), 0.9, null, null, 1));

        double without = series.range(100, 0).max();
        series.setLuck(LuckLine.of(List.of(List.of(1, 0.0), List.of(2, 1.6), List.of(200, 2.7))));

        assertThat(without).isLessThan(1);
        assertThat(series.range(100, 0).max()).isBetween(1.6, 1.8);
    }
}
