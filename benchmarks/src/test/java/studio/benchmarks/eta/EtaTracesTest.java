package studio.benchmarks.eta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.server.progress.eta.CheckpointError;
import studio.server.progress.eta.Scorecard;

/** What the forecast has reached on the held-back traces, replayed: no clock, no threads, the same on every machine. */
class EtaTracesTest {
    private static List<EtaScorecard.Judged> heldBack;

    @BeforeAll
    static void replay() throws IOException {
        heldBack = EtaScorecard.judged(EtaScorecard.recorded(new String[0]), true);
    }

    @ParameterizedTest
    @ValueSource(ints = {25, 50})
    void the_median_error_is_at_most_half_of_the_best_published_estimators(int percent) {
        Scorecard trials = new Scorecard(errors(EtaScorecard.Judged::byTrials), percent);
        Scorecard bar = new Scorecard(errors(EtaScorecard.Judged::byPercentage), percent);

        assertThat(trials.jobs()).isGreaterThan(60);
        assertThat(trials.own()).isLessThanOrEqualTo(trials.bestPublished() / 2);
        assertThat(bar.own()).isLessThanOrEqualTo(bar.bestPublished() / 2);
    }

    @Test
    void no_bar_stood_still_for_two_seconds() {
        assertThat(heldBack)
                .filteredOn(judged -> !judged.told().plan().optimizer().equals("synthetic"))
                .hasSizeGreaterThan(80)
                .allMatch(judged -> judged.told().standstillMillis() < 2_000);
    }

    @Test
    void the_interval_holds_the_true_end_about_eight_times_in_ten() {
        List<CheckpointError> told = errors(EtaScorecard.Judged::byTrials).stream()
                .filter(CheckpointError::told)
                .toList();

        double held = told.stream().filter(CheckpointError::covered).count() / (double) told.size();

        assertThat(held).isBetween(0.75, 0.85);
    }

    @Test
    void no_bar_ever_went_back() {
        assertThat(heldBack).allMatch(judged -> judged.told().isMonotone());
    }

    private static List<CheckpointError> errors(Function<EtaScorecard.Judged, List<CheckpointError>> seen) {
        return heldBack.stream().flatMap(judged -> seen.apply(judged).stream()).toList();
    }
}
