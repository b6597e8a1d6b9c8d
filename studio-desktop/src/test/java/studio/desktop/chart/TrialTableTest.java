package studio.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.desktop.fakes.SampleJobs;
import studio.desktop.fx.Formats;
import studio.model.job.TrialState;
import studio.model.job.TrialView;

class TrialTableTest {
    private static final Formats FORMATS = new Formats(Locale.ENGLISH, ZoneOffset.UTC);

    private static TrialView trial(int number, Double score, Map<String, Object> params) {
        TrialState state = score == null ? TrialState.INFEASIBLE : TrialState.COMPLETE;
        return new TrialView(number, state, params, score, null, null, 1);
    }

    @Test
    void trials_are_ranked_by_score_and_those_without_one_have_no_rank() {
        TrialTable table = TrialTable.of(
                List.of(trial(1, 0.5, Map.of("a", 1)), trial(2, null, Map.of("a", 2)), trial(3, 1.5, Map.of("a", 3))));

        assertThat(table.size()).isEqualTo(3);
        assertThat(table.scored()).isEqualTo(2);
        assertThat(table.number(table.ranked(0))).isEqualTo(3);
        assertThat(table.rankOf(1)).isEqualTo(-1);
    }

    @Test
    void a_parameter_that_a_trial_did_not_have_is_no_number() {
        TrialTable table = TrialTable.of(List.of(trial(1, 1.0, Map.of("a", 1)), trial(2, 1.0, Map.of("b", 0.25))));

        assertThat(table.value(0, 1)).isNaN();
        assertThat(table.value(1, 1)).isEqualTo(0.25);
        assertThat(table.axes().get(1).levels()).containsExactly("0.25");
    }

    @Test
    void words_stand_in_order_at_places_of_their_own() {
        TrialTable table =
                TrialTable.of(List.of(trial(1, 1.0, Map.of("side", "short")), trial(2, 1.0, Map.of("side", "long"))));

        assertThat(table.axes().get(0).words()).isTrue();
        assertThat(table.value(0, 0)).isEqualTo(1);
        assertThat(table.axes().get(0).label(0, FORMATS)).isEqualTo("long");
    }

    @Test
    void a_cell_of_the_heat_map_is_worth_what_a_plain_search_through_its_trials_finds() {
        List<TrialView> trials = SampleJobs.variedTrials(600);
        TrialTable table = TrialTable.of(trials);
        int candles = 2;
        int holding = 4;

        HeatMap best = HeatMap.of(table, candles, holding, HeatMap.Measure.BEST);
        HeatMap median = HeatMap.of(table, candles, holding, HeatMap.Measure.MEDIAN);

        List<Integer> choices = List.of(30, 50, 75, 100, 150);
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                int wanted = i + 1;
                int held = choices.get(j);
                double[] scores = trials.stream()
                        .filter(t -> t.score() != null
                                && t.params().get("reversal_candles").equals(wanted)
                                && t.params().get("max_holding_periods").equals(held))
                        .mapToDouble(TrialView::score)
                        .sorted()
                        .toArray();
                assertThat(best.count(i, j)).isEqualTo(scores.length);
                assertThat(best.worth(i, j))
                        .isEqualTo(DoubleStream.of(scores).max().orElse(Double.NaN));
                assertThat(median.worth(i, j))
                        .isEqualTo((scores[(scores.length - 1) / 2] + scores[scores.length / 2]) / 2);
            }
        }
    }

    @Test
    void every_scored_trial_falls_into_exactly_one_cell() {
        TrialTable table = TrialTable.of(SampleJobs.variedTrials(500));

        HeatMap map = HeatMap.of(table, 0, 1, HeatMap.Measure.BEST);

        int sum = IntStream.range(0, map.columns())
                .flatMap(i -> IntStream.range(0, map.rows()).map(j -> map.count(i, j)))
                .sum();
        assertThat(sum).isEqualTo(table.scored());
    }

    @Test
    void of_many_trials_the_best_half_of_the_lines_and_an_even_sample_are_drawn_worst_first() {
        TrialTable table = TrialTable.of(SampleJobs.variedTrials(5_000));

        List<Integer> drawn = ParallelChart.chosen(table);

        assertThat(drawn).hasSize(ParallelChart.MOST_LINES).doesNotHaveDuplicates();
        assertThat(drawn.get(drawn.size() - 1)).isEqualTo(table.ranked(0));
        double[] scores = drawn.stream().mapToDouble(table::score).toArray();
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        assertThat(scores).isEqualTo(sorted);
        assertThat(drawn.subList(ParallelChart.MOST_LINES / 2, ParallelChart.MOST_LINES))
                .contains(table.ranked(0), table.ranked(ParallelChart.MOST_LINES / 2 - 1));
    }

    @Test
    void nothing_is_drawn_of_no_trials() {
        TrialTable table = TrialTable.of(List.of(trial(1, null, new HashMap<>())));

        assertThat(table.axes()).isEmpty();
        assertThat(ParallelChart.chosen(table)).isEmpty();
    }
}
