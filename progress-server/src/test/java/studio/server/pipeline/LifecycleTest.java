package studio.server.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
