package studio.engine.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.model.result.TrustAbsence;
import studio.model.result.TrustFigure;

class TrustSentencesTest {
    @Test
    void rules_are_told_as_in_the_table_of_the_trust_report() {
        Map<String, String> rules = new LinkedHashMap<>();
        for (TrustFigure figure : TrustJudge.unmeasured()) {
            if (figure.rule() != null) {
                rules.put(figure.key(), figure.rule());
            }
        }

        assertThat(rules)
                .containsExactly(
                        Map.entry("deflated_sharpe", "at least 0.95"),
                        Map.entry("overfitting_probability", "at most 0.50"),
                        Map.entry("permutation_p_value", "at most 0.05"),
                        Map.entry("plateau", "at least 0.50"),
                        Map.entry("unseen_profit", "above 0"),
                        Map.entry("walk_forward_efficiency", "at least 0.50"),
                        Map.entry("profitable_windows", "at least 0.50"),
                        Map.entry("profit_concentration", "below 0.50"),
                        Map.entry("unseen_drawdown", "at most 40"));
    }

    @Test
    void absences_with_numbers_tell_them() {
        assertThat(TrustSentences.absence(TrustAbsence.of(TrustAbsence.TOO_FEW_POINTS, 10, 16, 4, 900)))
                .isEqualTo("it takes 10 points that trade and 16 returns, there are 4 and 900");
        assertThat(TrustSentences.absence(TrustAbsence.of(TrustAbsence.NO_FEASIBLE_POINT, 40)))
                .isEqualTo("none of 40 random points was feasible");
        assertThat(TrustSentences.absence(TrustAbsence.of(TrustAbsence.TOO_FEW_TO_SHARE, 5)))
                .isEqualTo("with fewer than 5 tested windows one of them has most of the profit by arithmetic alone");
        assertThat(TrustSentences.absence(TrustAbsence.of(TrustAbsence.TOO_FEW_TRIALS, 30, 12)))
                .isEqualTo("it takes 30 feasible trials, there are 12");
    }
}
