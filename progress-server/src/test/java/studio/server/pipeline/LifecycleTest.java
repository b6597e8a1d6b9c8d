package studio.server.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.model.job.ValidationSettings;
import studio.model.result.LifecycleStage;
import studio.model.result.Metrics;
import studio.model.result.TrustVerdict;
import studio.model.result.WalkForwardReport;

class LifecycleTest {

    @ParameterizedTest
    @CsvSource({
        "120, 1.8, 0.6, ROBUST, MATURE",
        "120, 1.8, 0.6, FRAGILE, MATURE",
        "120, 1.8, 0.6, OVERFIT, PAPER",
        "120, 1.2, 0.6, ROBUST, VALIDATION",
        "120, 1.2, 0.6, OVERFIT, PAPER",
        "20, 1.8, 0.6, TOO_LITTLE_DATA, DISCOVERY",
        "120, 0.4, 0.6, ROBUST, PAPER"
    })
    void overfitting_found_leaves_every_configuration_on_paper(
            int trades, double sharpe, double winRate, TrustVerdict verdict, LifecycleStage stage) {
        assertThat(Lifecycle.stage(metrics(trades, sharpe, winRate), walkForward(), verdict))
                .isEqualTo(stage);
    }

    /** By hand: 0.3 · 120/200 + 0.3 · 1.8/3 + 0.2 · 0.6 + 0.2 · 0.9 = 0.66. */
    @ParameterizedTest
    @CsvSource({"ROBUST, 0.66", "FRAGILE, 0.6", "TOO_LITTLE_DATA, 0.25", "OVERFIT, 0.045"})
    void confidence_is_what_was_earned_and_never_more_than_the_verdict_allows(TrustVerdict verdict, double expected) {
        assertThat(Lifecycle.confidence(metrics(120, 1.8, 0.6), 0.9, verdict)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void the_best_overfit_has_no_more_confidence_than_the_worst_fragile_one() {
        Double overfit = Lifecycle.confidence(metrics(500, 4, 1), 1.0, TrustVerdict.OVERFIT);
        Double fragile = Lifecycle.confidence(metrics(30, 0, 0), 0.0, TrustVerdict.FRAGILE);

        assertThat(overfit).isLessThanOrEqualTo(fragile);
        assertThat(Lifecycle.confidence(metrics(120, 1.8, 0.6), null, TrustVerdict.OVERFIT))
                .isNull();
    }

    private static WalkForwardReport walkForward() {
        return new WalkForwardReport(
                ValidationSettings.standard(),
                false,
                50,
                List.of(),
                0.7,
                0.8,
                metrics(40, 1, 0.5),
                List.of(),
                Map.of());
    }

    private static Metrics metrics(int trades, double sharpe, double winRate) {
        return new Metrics(
                12.0, 10.0, 9.0, sharpe, 1.0, 1.0, 8.0, 3.0, 20.0, trades, winRate, 1.4, 3.0, 9.0, 6.0, 30.0, 12.0,
                11.0, 0.4, 12.0, 5.0);
    }
}
