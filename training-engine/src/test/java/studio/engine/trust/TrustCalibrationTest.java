package studio.engine.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.model.job.OptimizerKind;
import studio.model.result.TrustVerdict;

/**
 * Whole trainings on markets with and without something to find. The shares that the report promises, 95 % and 80 %, are
 * asked of as many series as {@code -Dtrust.series} says; {@code docs/trust-report.md} has the figures of 100.
 */
class TrustCalibrationTest {
    private static final int SERIES = Integer.getInteger("trust.series", 20);

    private final ExecutorService workers = Executors.newFixedThreadPool(2);

    @AfterEach
    void stopWorkers() {
        workers.shutdownNow();
    }

    @Test
    void pure_noise_is_called_overfit_or_fragile() {
        Map<TrustVerdict, Integer> verdicts = TrustCalibration.verdicts(0, OptimizerKind.RANDOM, SERIES, workers);

        int distrusted =
                verdicts.getOrDefault(TrustVerdict.OVERFIT, 0) + verdicts.getOrDefault(TrustVerdict.FRAGILE, 0);
        assertThat(distrusted).isGreaterThanOrEqualTo((int) Math.ceil(0.95 * SERIES));
    }

    @Test
    void a_planted_edge_is_called_robust() {
        Map<TrustVerdict, Integer> verdicts =
                TrustCalibration.verdicts(SeededMarket.PLANTED, OptimizerKind.RANDOM, SERIES, workers);

        assertThat(verdicts.getOrDefault(TrustVerdict.ROBUST, 0)).isGreaterThanOrEqualTo((int) Math.ceil(0.8 * SERIES));
    }
}
