package studio.engine.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
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
    private final List<String> fewTrades;
    private final List<String> signs = new ArrayList<>();
    private final List<String> held = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();
    private final List<String> missedMarks = new ArrayList<>();

    /** A verdict and the sentences that lead to it. */
    record Verdict(TrustVerdict verdict, List<String> reasons) {}

    private TrustRules(Measured measured, List<String> fewTrades) {
        this.measured = measured;
        this.fewTrades = fewTrades;
    }

    /**
     * @param trades of the best trial
     * @param testedWindows of the walk-forward; null without validation
     */
    static Verdict judge(Measured measured, int trades, @org.jspecify.annotations.Nullable Integer testedWindows) {
        List<String> fewTrades = new ArrayList<>();
        few(fewTrades, trades, FEWEST_TRADES, "trades of the best trial");
        List<String> tooShort = new ArrayList<>();
        few(tooShort, (int) measured.value(TrustMeasure.TRACK_RECORD).orElse(0), FEWEST_PERIODS, "returns");
        if (testedWindows != null) {
            few(tooShort, testedWindows, FEWEST_WINDOWS, "tested walk-forward windows");
        }
        return tooShort.isEmpty()
                ? new TrustRules(measured, fewTrades).judge()
                : new Verdict(TrustVerdict.TOO_LITTLE_DATA, joined(fewTrades, tooShort));
    }

    private static void few(List<String> reasons, int count, int fewest, String what) {
        if (count < fewest) {
            reasons.add("There are " + count + " " + what + "; a judgement takes at least " + fewest + ".");
        }
    }

    private Verdict judge() {
        for (TrustMeasure measure : TrustMeasure.values()) {
            weigh(measure);
        }
        if (signs.size() >= SIGNS_OF_OVERFITTING) {
            return new Verdict(TrustVerdict.OVERFIT, joined(signs, fewTrades, missed, missedMarks));
        }
        if (!fewTrades.isEmpty()) {
            return new Verdict(TrustVerdict.TOO_LITTLE_DATA, joined(fewTrades, signs));
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
                missedMarks.add(sentence(measure, value.getAsDouble(), "misses its mark"));
            }
        } else if (measure.role == TrustMeasure.Role.EVIDENCE) {
            if (value.isEmpty()) {
                missed.add(measure.title + " is not known: " + measured.absence(measure) + ".");
            } else if (measure.passes(value.getAsDouble())) {
                held.add(sentence(measure, value.getAsDouble(), "holds"));
            } else if (measure.isSignOfOverfitting(value.getAsDouble())) {
                signs.add(sentence(measure, value.getAsDouble(), "speaks for luck"));
            } else {
                missed.add(sentence(measure, value.getAsDouble(), "does not hold"));
            }
        }
    }

    private static String sentence(TrustMeasure measure, double value, String what) {
        String unit = measure.unit.equals("%") ? " %" : "";
        return String.format(
                Locale.ROOT,
                "%s %s: %.2f%s, wanted %s. %s",
                measure.title,
                what,
                value,
                unit,
                measure.rule,
                measure.meaning);
    }

    @SafeVarargs
    private static List<String> joined(List<String>... lists) {
        List<String> all = new ArrayList<>();
        for (List<String> list : lists) {
            all.addAll(list);
        }
        return all;
    }
}
