package studio.engine.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.model.result.TrustAbsence;
import studio.model.result.TrustReason;
import studio.model.result.TrustVerdict;

class TrustRulesTest {
    private final Map<TrustMeasure, Double> values = new EnumMap<>(Map.of(
            TrustMeasure.TRACK_RECORD, 700.0,
            TrustMeasure.DEFLATED_SHARPE, 0.97,
            TrustMeasure.OVERFITTING_PROBABILITY, 0.2,
            TrustMeasure.PERMUTATION_P, 0.02,
            TrustMeasure.PLATEAU, 0.9,
            TrustMeasure.UNSEEN_PROFIT, 12.0,
            TrustMeasure.EFFICIENCY, 0.6,
            TrustMeasure.PROFITABLE_WINDOWS, 0.7,
            TrustMeasure.CONCENTRATION, 0.3,
            TrustMeasure.UNSEEN_DRAWDOWN, 20.0));

    @Test
    void all_evidence_and_all_marks_are_robust() {
        Told verdict = judge(120, 10);

        assertThat(verdict.verdict()).isEqualTo(TrustVerdict.ROBUST);
        assertThat(verdict.reasons()).hasSize(5).first().asString().startsWith("Deflated Sharpe ratio holds: 0.97");
    }

    @Test
    void one_missed_mark_is_told_and_two_are_fragile() {
        values.put(TrustMeasure.EFFICIENCY, 0.3);
        Told one = judge(120, 10);
        values.put(TrustMeasure.UNSEEN_DRAWDOWN, 55.0);
        Told two = judge(120, 10);

        assertThat(one.verdict()).isEqualTo(TrustVerdict.ROBUST);
        assertThat(one.reasons())
                .anyMatch(reason -> reason.startsWith("Walk-forward efficiency misses its mark: 0.30"));
        assertThat(two.verdict()).isEqualTo(TrustVerdict.FRAGILE);
        assertThat(two.reasons()).first().asString().startsWith("Walk-forward efficiency misses");
    }

    @Test
    void one_sign_of_overfitting_is_fragile_and_two_are_overfit() {
        values.put(TrustMeasure.DEFLATED_SHARPE, 0.4);
        Told one = judge(120, 10);
        values.put(TrustMeasure.UNSEEN_PROFIT, -3.0);
        Told two = judge(120, 10);

        assertThat(one.verdict()).isEqualTo(TrustVerdict.FRAGILE);
        assertThat(two.verdict()).isEqualTo(TrustVerdict.OVERFIT);
        assertThat(two.reasons())
                .startsWith("Deflated Sharpe ratio speaks for luck: 0.40, wanted at least 0.95. "
                        + TrustMeasure.DEFLATED_SHARPE.meaning);
    }

    @Test
    void evidence_between_sign_and_proof_is_fragile() {
        values.put(TrustMeasure.PERMUTATION_P, 0.08);

        assertThat(judge(120, 10).verdict()).isEqualTo(TrustVerdict.FRAGILE);
    }

    @Test
    void evidence_that_is_not_known_proves_nothing() {
        values.remove(TrustMeasure.PERMUTATION_P);

        Told verdict = judge(120, null);

        assertThat(verdict.verdict()).isEqualTo(TrustVerdict.FRAGILE);
        assertThat(verdict.reasons())
                .first()
                .isEqualTo("p-value from permuted bars is not known: validation was switched off.");
    }

    @Test
    void few_trades_returns_or_windows_are_no_ground_for_a_judgement() {
        values.put(TrustMeasure.TRACK_RECORD, 29.0);

        Told verdict = judge(29, 1);

        assertThat(verdict.verdict()).isEqualTo(TrustVerdict.TOO_LITTLE_DATA);
        assertThat(verdict.reasons())
                .containsExactly(
                        "There are 29 trades of the best trial; a judgement takes at least 30.",
                        "There are 29 returns; a judgement takes at least 30.",
                        "There are 1 tested walk-forward windows; a judgement takes at least 2.");
    }

    @Test
    void few_trades_on_a_long_series_cannot_clear_a_trial_but_two_signs_of_overfitting_condemn_it() {
        Told clean = judge(29, 10);
        values.put(TrustMeasure.PERMUTATION_P, 0.4);
        Told one = judge(29, 10);
        values.put(TrustMeasure.UNSEEN_PROFIT, -3.0);
        Told two = judge(29, 10);

        String few = "There are 29 trades of the best trial; a judgement takes at least 30.";
        assertThat(clean.verdict()).isEqualTo(TrustVerdict.TOO_LITTLE_DATA);
        assertThat(clean.reasons()).containsExactly(few);
        assertThat(one.verdict()).isEqualTo(TrustVerdict.TOO_LITTLE_DATA);
        assertThat(one.reasons()).hasSize(2).last().asString().startsWith("p-value from permuted bars speaks for luck");
        assertThat(two.verdict()).isEqualTo(TrustVerdict.OVERFIT);
        assertThat(two.reasons()).contains(few);
    }

    @Test
    void a_best_trial_without_profit_is_never_better_than_overfit_and_says_so_first() {
        Told lost = judge(-66.0, 120, 10);
        Told even = judge(0.0, 120, 10);
        Told unvalidated = judge(-66.0, 120, null);
        Told won = judge(0.01, 120, 10);

        String noProfit =
                "Even the best parameters make no profit on the data they were chosen on; there is no edge to test.";
        assertThat(List.of(lost, even, unvalidated)).allSatisfy(told -> {
            assertThat(told.verdict()).isEqualTo(TrustVerdict.OVERFIT);
            assertThat(told.reasons()).first().isEqualTo(noProfit);
            assertThat(told.details().get(0)).isEqualTo(TrustReason.plain("no_profit_in_sample"));
        });
        assertThat(won).isEqualTo(judge(120, 10));
    }

    @Test
    void too_little_data_comes_before_a_missing_profit_and_two_signs_of_overfitting_after_it() {
        Told few = judge(-5.0, 29, 10);
        values.put(TrustMeasure.PERMUTATION_P, 0.4);
        values.put(TrustMeasure.UNSEEN_PROFIT, -3.0);
        Told overfit = judge(-5.0, 29, 10);
        values.put(TrustMeasure.TRACK_RECORD, 29.0);
        Told shortOne = judge(-5.0, 120, 10);

        assertThat(few.verdict()).isEqualTo(TrustVerdict.TOO_LITTLE_DATA);
        assertThat(few.details())
                .containsExactly(TrustReason.few("too_few_trades", 29, 30), TrustReason.plain("no_profit_in_sample"));
        assertThat(overfit.verdict()).isEqualTo(TrustVerdict.OVERFIT);
        assertThat(overfit.details().get(0)).isEqualTo(TrustReason.plain("no_profit_in_sample"));
        assertThat(shortOne.verdict()).isEqualTo(TrustVerdict.TOO_LITTLE_DATA);
        assertThat(shortOne.details())
                .containsExactly(TrustReason.few("too_few_returns", 29, 30), TrustReason.plain("no_profit_in_sample"));
    }

    @Test
    void a_value_that_would_round_to_what_is_wanted_is_told_with_more_digits() {
        values.put(TrustMeasure.DEFLATED_SHARPE, 0.948);
        values.put(TrustMeasure.UNSEEN_PROFIT, 0.0004);

        Told told = judge(120, 10);

        assertThat(told.reasons())
                .anyMatch(reason ->
                        reason.startsWith("Deflated Sharpe ratio does not hold: 0.948, wanted at least 0.95. "))
                .anyMatch(reason -> reason.startsWith("Profit on unseen data holds: 0.0004 %, wanted above 0. "));
    }

    @Test
    void each_sentence_has_its_code_and_the_figure_that_it_is_about() {
        values.put(TrustMeasure.DEFLATED_SHARPE, 0.4);
        values.put(TrustMeasure.PERMUTATION_P, 0.08);
        values.put(TrustMeasure.EFFICIENCY, 0.3);
        values.remove(TrustMeasure.PLATEAU);
        Told told = judge(120, 10);
        values.put(TrustMeasure.TRACK_RECORD, 29.0);
        Told few = judge(28, 1);

        assertThat(told.details())
                .containsExactly(
                        TrustReason.of("speaks_for_luck", "deflated_sharpe"),
                        TrustReason.of("does_not_hold", "permutation_p_value"),
                        TrustReason.of("not_known", "plateau"),
                        TrustReason.of("misses_mark", "walk_forward_efficiency"),
                        TrustReason.of("holds", "overfitting_probability"),
                        TrustReason.of("holds", "unseen_profit"));
        assertThat(few.details())
                .containsExactly(
                        TrustReason.few("too_few_trades", 28, 30),
                        TrustReason.few("too_few_returns", 29, 30),
                        TrustReason.few("too_few_windows", 1, 2));
    }

    /** A verdict with its sentences. */
    private record Told(TrustVerdict verdict, List<String> reasons, List<TrustReason> details) {}

    private Told judge(int trades, Integer windows) {
        return judge(24.3, trades, windows);
    }

    private Told judge(Double netProfitPct, int trades, Integer windows) {
        Measured measured = new Measured();
        for (TrustMeasure measure : TrustMeasure.values()) {
            measured.put(measure, values.get(measure), TrustAbsence.of(TrustAbsence.VALIDATION_OFF));
        }
        TrustRules.Verdict verdict = TrustRules.judge(measured, netProfitPct, trades, windows);
        return new Told(
                verdict.verdict(), TrustSentences.reasons(verdict.reasons(), measured.figures()), verdict.reasons());
    }
}
