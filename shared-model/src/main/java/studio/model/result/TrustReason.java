package studio.model.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reason of a verdict for programs, beside its sentence: apps tell it in their own language.
 *
 * @param code one of the constants here; a newer server may send another
 * @param figure key of the figure that it is about, whose value, rule and absence stand in the same report; null where
 *     code and {@code numbers} say all
 * @param numbers how many there are and how many it takes, for the {@code too_few_…} codes; empty for all others
 */
public record TrustReason(String code, @Nullable String figure, List<Double> numbers) {
    /** Trades of the best trial. */
    public static final String TOO_FEW_TRADES = "too_few_trades";

    /** Returns in the track record. */
    public static final String TOO_FEW_RETURNS = "too_few_returns";

    /** Tested walk-forward windows. */
    public static final String TOO_FEW_WINDOWS = "too_few_windows";

    /** The best trial's net profit on the data that it was chosen on is not above 0. */
    public static final String NO_PROFIT_IN_SAMPLE = "no_profit_in_sample";

    /** Evidence that has what is wanted. */
    public static final String HOLDS = "holds";

    /** Evidence that has not, and no sign of overfitting either. */
    public static final String DOES_NOT_HOLD = "does_not_hold";

    /** A sign of overfitting. */
    public static final String SPEAKS_FOR_LUCK = "speaks_for_luck";

    /** One of the walk-forward's marks that is missed. */
    public static final String MISSES_MARK = "misses_mark";

    /** Evidence without a value; the figure says why. */
    public static final String NOT_KNOWN = "not_known";

    public TrustReason {
        numbers = numbers == null ? List.of() : List.copyOf(numbers);
    }

    /** A reason that a figure gives. */
    public static TrustReason of(String code, String figure) {
        return new TrustReason(code, figure, List.of());
    }

    /** A reason that its code says in full. */
    public static TrustReason plain(String code) {
        return new TrustReason(code, null, List.of());
    }

    /** That there are {@code count} of something of which it takes {@code fewest}. */
    public static TrustReason few(String code, int count, int fewest) {
        return new TrustReason(code, null, List.of((double) count, (double) fewest));
    }
}
