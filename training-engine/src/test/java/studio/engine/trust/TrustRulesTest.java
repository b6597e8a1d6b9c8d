package studio.engine.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
        TrustRules.Verdict verdict = judge(120, 10);

        assertThat(verdict.verdict()).isEqualTo(TrustVerdict.ROBUST);
        assertThat(verdict.reasons()).hasSize(5).first().asString().startsWith("Deflated Sharpe ratio holds: 0.97");
    }

    @Test
    void one_missed_mark_is_told_and_two_are_fragile() {
        values.put(TrustMeasure.EFFICIENCY, 0.3);
        TrustRules.Verdict one = judge(120, 10);
        values.put(TrustMeasure.UNSEEN_DRAWDOWN, 55.0);
        TrustRules.Verdict two = judge(120, 10);

        assertThat(one.verdict()).isEqualTo(TrustVerdict.ROBUST);
        assertThat(one.reasons())
                .anyMatch(reason -> reason.startsWith("Walk-forward efficiency misses its mark: 0.30"));
        assertThat(two.verdict()).isEqualTo(TrustVerdict.FRAGILE);
        assertThat(two.reasons()).first().asString().startsWith("Walk-forward efficiency misses");
    }

    @Test
    void one_sign_of_overfitting_is_fragile_and_two_are_overfit() {
        values.put(TrustMeasure.DEFLATED_SHARPE, 0.4);
        TrustRules.Verdict one = judge(120, 10);
        values.put(TrustMeasure.UNSEEN_PROFIT, -3.0);
        TrustRules.Verdict two = judge(120, 10);

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

        TrustRules.Verdict verdict = judge(120, null);

        assertThat(verdict.verdict()).isEqualTo(TrustVerdict.FRAGILE);
        assertThat(verdict.reasons())
                .first()
                .isEqualTo("p-value from permuted bars is not known: validation was switched off.");
    }

    @Test
    void few_trades_returns_or_windows_are_no_ground_for_a_judgement() {
        values.put(TrustMeasure.TRACK_RECORD, 29.0);

        TrustRules.Verdict verdict = judge(29, 1);

        assertThat(verdict.verdict()).isEqualTo(TrustVerdict.TOO_LITTLE_DATA);
        assertThat(verdict.reasons())
                .containsExactly(
                        "There are 29 trades of the best trial; a judgement takes at least 30.",
                        "There are 29 returns; a judgement takes at least 30.",
                        "There are 1 tested walk-forward windows; a judgement takes at least 2.");
    }

    @Test
    void few_trades_on_a_long_series_cannot_clear_a_trial_but_two_signs_of_overfitting_condemn_it() {
        TrustRules.Verdict clean = judge(29, 10);
        values.put(TrustMeasure.PERMUTATION_P, 0.4);
        TrustRules.Verdict one = judge(29, 10);
        values.put(TrustMeasure.UNSEEN_PROFIT, -3.0);
        TrustRules.Verdict two = judge(29, 10);

        String few = "There are 29 trades of the best trial; a judgement takes at least 30.";
        assertThat(clean.verdict()).isEqualTo(TrustVerdict.TOO_LITTLE_DATA);
        assertThat(clean.reasons()).containsExactly(few);
        assertThat(one.verdict()).isEqualTo(TrustVerdict.TOO_LITTLE_DATA);
        assertThat(one.reasons()).hasSize(2).last().asString().startsWith("p-value from permuted bars speaks for luck");
        assertThat(two.verdict()).isEqualTo(TrustVerdict.OVERFIT);
        assertThat(two.reasons()).contains(few);
    }

    private TrustRules.Verdict judge(int trades, Integer windows) {
        Measured measured = new Measured();
        for (TrustMeasure measure : TrustMeasure.values()) {
            measured.put(measure, values.get(measure), "validation was switched off");
        }
        return TrustRules.judge(measured, trades, windows);
    }
}
