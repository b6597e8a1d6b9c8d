package studio.engine.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import studio.model.result.TrustReason;
import studio.model.result.TrustVerdict;

/**
 * From figures to a verdict.
 *
 * <ol>
 *   <li>{@code TOO_LITTLE_DATA} with fewer than 30 returns or two tested windows.
 *   <li>{@code OVERFIT} with two signs of overfitting or more: a deflated Sharpe ratio below 0.5, a probability of
 *       overfitting above 0.5, a p-value above 0.1, no gain on unseen data.
 *   <li>{@code TOO_LITTLE_DATA} with fewer than 30 trades of the best trial: they cannot clear it, though two signs on a
 *       long series could condemn it (decision 31).
 *   <li>{@code OVERFIT} when the best trial makes no profit on the data that it was chosen on (decision 47).
 *   <li>{@code ROBUST} when every piece of evidence holds and at most one of the walk-forward's marks is missed.
 *   <li>{@code FRAGILE} otherwise.
 * </ol>
 */
final class TrustRules {
    static final int FEWEST_TRADES = 30;
    static final int FEWEST_PERIODS = 30;
    static final int FEWEST_WINDOWS = 2;
    private static final int SIGNS_OF_OVERFITTING = 2;
    private static final int MISSES_ALLOWED = 1;

    private final Measured measured;
    private final List<TrustReason> noProfit;
    private final List<TrustReason> fewTrades;
    private final List<TrustReason> signs = new ArrayList<>();
    private final List<TrustReason> held = new ArrayList<>();
    private final List<TrustReason> missed = new ArrayList<>();
    private final List<TrustReason> missedMarks = new ArrayList<>();

    /** A verdict and what leads to it. */
    record Verdict(TrustVerdict verdict, List<TrustReason> reasons) {}

    private TrustRules(Measured measured, List<TrustReason> noProfit, List<TrustReason> fewTrades) {
        this.measured = measured;
        this.noProfit = noProfit;
        this.fewTrades = fewTrades;
    }

    /**
     * A Sharpe ratio that is not above 0 needs no rule of its own: the product of 1 + r is at most exp of the sum of r, so
     * returns whose mean is not above 0 leave no profit.
     *
     * @param netProfitPct of the best trial; null where undefined, which is not held against it
     * @param trades of the best trial
     * @param testedWindows of the walk-forward; null without validation
     */
    static Verdict judge(
            Measured measured, @Nullable Double netProfitPct, int trades, @Nullable Integer testedWindows) {
        List<TrustReason> noProfit = netProfitPct != null && netProfitPct <= 0
                ? List.of(TrustReason.plain(TrustReason.NO_PROFIT_IN_SAMPLE))
                : List.of();
        List<TrustReason> fewTrades = new ArrayList<>();
        few(fewTrades, TrustReason.TOO_FEW_TRADES, trades, FEWEST_TRADES);
        List<TrustReason> tooShort = new ArrayList<>();
        few(
                tooShort,
                TrustReason.TOO_FEW_RETURNS,
                (int) measured.value(TrustMeasure.TRACK_RECORD).orElse(0),
                FEWEST_PERIODS);
        if (testedWindows != null) {
            few(tooShort, TrustReason.TOO_FEW_WINDOWS, testedWindows, FEWEST_WINDOWS);
        }
        return tooShort.isEmpty()
                ? new TrustRules(measured, noProfit, fewTrades).judge()
                : new Verdict(TrustVerdict.TOO_LITTLE_DATA, joined(fewTrades, tooShort, noProfit));
    }

    private static void few(List<TrustReason> reasons, String code, int count, int fewest) {
        if (count < fewest) {
            reasons.add(TrustReason.few(code, count, fewest));
        }
    }

    private Verdict judge() {
        for (TrustMeasure measure : TrustMeasure.values()) {
            weigh(measure);
        }
        if (signs.size() >= SIGNS_OF_OVERFITTING) {
            return new Verdict(TrustVerdict.OVERFIT, joined(noProfit, signs, fewTrades, missed, missedMarks));
        }
        if (!fewTrades.isEmpty()) {
            return new Verdict(TrustVerdict.TOO_LITTLE_DATA, joined(fewTrades, noProfit, signs));
        }
        if (!noProfit.isEmpty()) {
            return new Verdict(TrustVerdict.OVERFIT, joined(noProfit, signs, missed, missedMarks));
        }
        if (signs.isEmpty() && missed.isEmpty() && missedMarks.size() <= MISSES_ALLOWED) {
            return new Verdict(TrustVerdict.ROBUST, joined(held, missedMarks));
        }
        return new Verdict(TrustVerdict.FRAGILE, joined(signs, missed, missedMarks, held));
    }

    private void weigh(TrustMeasure measure) {
        OptionalDouble value = measured.value(measure);
        if (measure.role == TrustMeasure.Role.MARK) {
            // A mark that has no value is told in the figures; it neither helps nor harms.
            if (value.isPresent() && !measure.passes(value.getAsDouble())) {
                missedMarks.add(TrustReason.of(TrustReason.MISSES_MARK, measure.key));
            }
        } else if (measure.role == TrustMeasure.Role.EVIDENCE) {
            if (value.isEmpty()) {
                missed.add(TrustReason.of(TrustReason.NOT_KNOWN, measure.key));
            } else if (measure.passes(value.getAsDouble())) {
                held.add(TrustReason.of(TrustReason.HOLDS, measure.key));
            } else if (measure.isSignOfOverfitting(value.getAsDouble())) {
                signs.add(TrustReason.of(TrustReason.SPEAKS_FOR_LUCK, measure.key));
            } else {
                missed.add(TrustReason.of(TrustReason.DOES_NOT_HOLD, measure.key));
            }
        }
    }

    @SafeVarargs
    private static List<TrustReason> joined(List<TrustReason>... lists) {
        List<TrustReason> all = new ArrayList<>();
        for (List<TrustReason> list : lists) {
            all.addAll(list);
        }
        return all;
    }
}
