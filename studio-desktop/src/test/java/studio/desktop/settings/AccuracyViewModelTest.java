package studio.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.desktop.context.Failures;
import studio.desktop.fakes.TestDesk;
import studio.model.progress.EtaCheckpoint;
import studio.model.progress.EtaScorecard;

class AccuracyViewModelTest {
    private final TestDesk desk = new TestDesk();
    private final AccuracyViewModel accuracy = new AccuracyViewModel(
            desk.client, desk.context().background(), desk.context().formats(), Failures::sentence);

    @Test
    void shares_of_the_wire_are_shown_in_percent_and_what_is_unknown_as_a_dash() {
        desk.client.scorecard =
                new EtaScorecard(1200, 0.5, List.of(new EtaCheckpoint(25, 1200, 1100, 0.124, 0.8, 1.5, null, 0.256)));

        accuracy.ask();

        assertThat(accuracy.rows())
                .containsExactly(new AccuracyViewModel.Row("25 %", "12 %", "80 %", "150 %", "–", "26 %"));
        assertThat(accuracy.summary().get()).contains("1,200");
    }

    @Test
    void few_trainings_are_said_to_be_too_few() {
        desk.client.scorecard =
                new EtaScorecard(9, 0.5, List.of(new EtaCheckpoint(25, 9, 8, 1.41, 0.1, 1.5, null, 0.256)));

        accuracy.ask();

        assertThat(accuracy.summary().get()).contains("9, too few");
    }

    @Test
    void without_finished_trainings_no_figure_is_shown() {
        desk.client.scorecard =
                new EtaScorecard(0, null, List.of(new EtaCheckpoint(25, 0, 0, null, null, null, null, null)));

        accuracy.ask();

        assertThat(accuracy.rows()).isEmpty();
        assertThat(accuracy.summary().get()).isNotEmpty();
    }
}
