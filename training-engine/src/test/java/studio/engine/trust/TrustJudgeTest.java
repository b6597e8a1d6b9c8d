package studio.engine.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.model.job.CostSettings;
import studio.model.job.FillRule;
import studio.model.job.OptimizerKind;
import studio.model.result.ParameterImportance;
import studio.model.result.TrustFigure;
import studio.model.result.TrustReport;
import studio.model.result.TrustVerdict;

class TrustJudgeTest {
    private final ExecutorService one = Executors.newFixedThreadPool(1);
    private final ExecutorService three = Executors.newFixedThreadPool(3);

    @AfterEach
    void stopWorkers() {
        one.shutdownNow();
        three.shutdownNow();
    }

    @Test
    void the_same_training_gives_the_same_report_on_any_number_of_workers() {
        TrustReport single = new SeededTraining(0.2, OptimizerKind.RANDOM, 3, one).report();
        TrustReport parallel = new SeededTraining(0.2, OptimizerKind.RANDOM, 3, three).report();

        assertThat(parallel).isEqualTo(single);
    }

    @Test
    void every_figure_has_a_value_or_the_reason_why_not_a_source_and_a_meaning() {
        TrustReport report = new SeededTraining(0.2, OptimizerKind.RANDOM, 4, three).report();

        assertThat(report.figures()).hasSize(TrustMeasure.values().length).allSatisfy(figure -> {
            assertThat(figure.source()).isNotBlank();
            assertThat(figure.meaning()).endsWith(".");
            assertThat(figure.value() == null).isEqualTo(figure.absence() != null);
            assertThat(figure.absenceDetail() == null).isEqualTo(figure.absence() == null);
            assertThat(figure.ruleDetail() == null).isEqualTo(figure.rule() == null);
        });
        assertThat(report.reasons()).isNotEmpty().hasSameSizeAs(report.reasonDetails());
        assertThat(report.importance())
                .extracting(ParameterImportance::parameter)
                .containsExactlyInAnyOrder(
                        "fast_period",
                        "slow_period",
                        "average",
                        "atr_multiplier_sl",
                        "risk_reward_ratio",
                        "max_holding_periods");
    }

    @Test
    void trials_of_earlier_jobs_raise_what_luck_is_granted() {
        SeededTraining training = new SeededTraining(0.2, OptimizerKind.RANDOM, 5, three);

        TrustReport first = training.report();
        TrustReport later = training.report(1_000_000);

        assertThat(value(later, "luck_sharpe")).isGreaterThan(1.5 * value(first, "luck_sharpe"));
        assertThat(value(later, "deflated_sharpe")).isLessThan(value(first, "deflated_sharpe"));
        assertThat(later.trialsEver()).isEqualTo(1_000_000);
        assertThatThrownBy(() -> training.report(199)).hasMessageContaining("trialsEver = 199");
    }

    @Test
    void without_validation_the_verdict_is_fragile_at_best_and_says_what_is_missing() {
        TrustCase validated = new SeededTraining(0.3, OptimizerKind.RANDOM, 1, three).trained(200);

        TrustReport report =
                TrustJudge.judge(unvalidated(validated), () -> false, three).orElseThrow();

        assertThat(report.verdict()).isEqualTo(TrustVerdict.FRAGILE);
        assertThat(report.reasons())
                .contains(
                        "p-value from permuted bars is not known: validation was switched off.",
                        "Profit on unseen data is not known: validation was switched off.");
    }

    /** The oracle: on a martingale no trade has an expected gain, and here each costs a fifth of its notional. */
    @Test
    void a_series_on_which_every_point_loses_is_not_called_a_candidate() {
        CostSettings ruinous = new CostSettings(10_000, 0.1, 0, 0.02, FillRule.NEXT_OPEN);
        TrustCase losing = unvalidated(
                new SeededTraining("MA_CROSS", SeededMarket.trend(0), ruinous, OptimizerKind.RANDOM, 1, three)
                        .trained(200));

        TrustReport report = TrustJudge.judge(losing, () -> false, three).orElseThrow();

        assertThat(losing.run().metrics().netProfitPct()).isNegative();
        assertThat(value(report, "sharpe_ratio")).isNegative();
        assertThat(report.verdict()).isEqualTo(TrustVerdict.OVERFIT);
        assertThat(report.reasons())
                .first()
                .isEqualTo(
                        "Even the best parameters make no profit on the data they were chosen on; there is no edge to test.");
    }

    private static TrustCase unvalidated(TrustCase validated) {
        return new TrustCase(
                validated.backtest(),
                validated.space(),
                validated.best(),
                validated.run(),
                validated.sample(),
                200,
                validated.stability(),
                null,
                null,
                validated.seed());
    }

    @Test
    void a_cancel_is_seen_between_two_backtests() {
        SeededTraining training = new SeededTraining(0, OptimizerKind.RANDOM, 6, three);
        AtomicInteger asked = new AtomicInteger();

        assertThat(training.permutations().run(() -> {}, () -> asked.incrementAndGet() > 100, three))
                .isEmpty();
        assertThat(asked.get()).isLessThan(200);
        assertThat(TrustJudge.judge(training.trained(200), () -> true, three)).isEmpty();
    }

    @Test
    void permutations_are_told_one_by_one() {
        AtomicInteger told = new AtomicInteger();

        new SeededTraining(0, OptimizerKind.RANDOM, 6, three)
                .permutations()
                .run(told::incrementAndGet, () -> false, three);

        assertThat(told.get()).isEqualTo(PermutationTest.PERMUTATIONS + 1);
    }

    private static double value(TrustReport report, String key) {
        return report.figures().stream()
                .filter(figure -> figure.key().equals(key))
                .map(TrustFigure::value)
                .findFirst()
                .orElseThrow();
    }
}
