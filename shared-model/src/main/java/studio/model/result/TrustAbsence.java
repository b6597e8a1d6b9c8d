package studio.model.result;

import java.util.Arrays;
import java.util.List;

/**
 * Why something was not computed, for programs, beside its sentence.
 *
 * @param code one of the constants here; a newer server may send another
 * @param numbers as the code's constant says; empty where it says nothing
 */
public record TrustAbsence(String code, List<Double> numbers) {
    /** Nothing more is known. */
    public static final String NOT_COMPUTED = "not_computed";

    /** Validation was switched off. */
    public static final String VALIDATION_OFF = "validation_off";

    /** The best trial's returns are all the same. */
    public static final String RETURNS_DO_NOT_VARY = "returns_do_not_vary";

    /** There is one return only. */
    public static final String ONE_RETURN = "one_return";

    /** No track record would be long enough. */
    public static final String SHARPE_NOT_POSITIVE = "sharpe_not_positive";

    /** A share of the best score means nothing. */
    public static final String SCORE_NOT_POSITIVE = "score_not_positive";

    /** Points that trade and returns that it takes, then how many of each there are. */
    public static final String TOO_FEW_POINTS = "too_few_points";

    /** How many random points were tried of which none was feasible. */
    public static final String NO_FEASIBLE_POINT = "no_feasible_point";

    /** No window had a feasible trial to test. */
    public static final String NO_TESTED_WINDOW = "no_tested_window";

    /** The train parts gained nothing. */
    public static final String NO_TRAIN_GAIN = "no_train_gain";

    /** How many tested windows a share of the profit takes. */
    public static final String TOO_FEW_TO_SHARE = "too_few_to_share";

    /** The tested windows made no profit in sum. */
    public static final String NO_PROFIT_TO_SHARE = "no_profit_to_share";

    /** Fewer than two windows chose parameters that have a range. */
    public static final String TOO_FEW_CHOICES = "too_few_choices";

    /** Feasible trials that it takes, then how many there are. */
    public static final String TOO_FEW_TRIALS = "too_few_trials";

    /** All trials scored the same. */
    public static final String SCORES_DO_NOT_VARY = "scores_do_not_vary";

    public TrustAbsence {
        numbers = numbers == null ? List.of() : List.copyOf(numbers);
    }

    /** The code with its numbers. */
    public static TrustAbsence of(String code, int... numbers) {
        return new TrustAbsence(
                code, Arrays.stream(numbers).asDoubleStream().boxed().toList());
    }
}
