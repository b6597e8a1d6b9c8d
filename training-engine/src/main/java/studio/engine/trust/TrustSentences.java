package studio.engine.trust;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import studio.model.result.TrustAbsence;
import studio.model.result.TrustFigure;
import studio.model.result.TrustReason;
import studio.model.result.TrustRule;

/** Reasons, rules and absences in English. */
final class TrustSentences {
    private TrustSentences() {}

    /**
     * @param figures those that the reasons are about, and any others
     * @throws IllegalArgumentException for a reason whose figure is not among them
     */
    static List<String> reasons(List<TrustReason> reasons, List<TrustFigure> figures) {
        return reasons.stream().map(reason -> reason(reason, figures)).toList();
    }

    private static String reason(TrustReason reason, List<TrustFigure> figures) {
        return switch (reason.code()) {
            case TrustReason.TOO_FEW_TRADES -> few(reason, "trades of the best trial");
            case TrustReason.TOO_FEW_RETURNS -> few(reason, "returns");
            case TrustReason.TOO_FEW_WINDOWS -> few(reason, "tested walk-forward windows");
            case TrustReason.NO_PROFIT_IN_SAMPLE ->
                "Even the best parameters make no profit on the data they were chosen on; there is no edge to test.";
            case TrustReason.HOLDS -> figure(reason, figures, "holds");
            case TrustReason.DOES_NOT_HOLD -> figure(reason, figures, "does not hold");
            case TrustReason.SPEAKS_FOR_LUCK -> figure(reason, figures, "speaks for luck");
            case TrustReason.MISSES_MARK -> figure(reason, figures, "misses its mark");
            case TrustReason.NOT_KNOWN -> {
                TrustFigure figure = find(reason, figures);
                yield figure.name() + " is not known: " + figure.absence() + ".";
            }
            default -> throw new IllegalArgumentException("code = " + reason.code() + " has no sentence");
        };
    }

    private static String few(TrustReason reason, String what) {
        return "There are " + count(reason.numbers(), 0) + " " + what + "; a judgement takes at least "
                + count(reason.numbers(), 1) + ".";
    }

    private static String figure(TrustReason reason, List<TrustFigure> figures, String what) {
        TrustFigure figure = find(reason, figures);
        TrustRule rule = Objects.requireNonNull(figure.ruleDetail());
        double value = Objects.requireNonNull(figure.value());
        String unit = figure.unit().equals("%") ? " %" : "";
        return figure.name() + " " + what + ": " + number(value, rule.decimals(value, 2)) + unit + ", wanted "
                + rule(rule) + ". " + figure.meaning();
    }

    private static TrustFigure find(TrustReason reason, List<TrustFigure> figures) {
        return figures.stream()
                .filter(figure -> figure.key().equals(reason.figure()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("figure = " + reason.figure() + " is not told"));
    }

    /** "at least 0.95", "above 0". */
    static String rule(TrustRule rule) {
        double threshold = rule.threshold();
        return rule.comparison().replace('_', ' ') + " " + number(threshold, threshold == Math.rint(threshold) ? 0 : 2);
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** A clause without a full stop. */
    static String absence(TrustAbsence absence) {
        List<Double> n = absence.numbers();
        return switch (absence.code()) {
            case TrustAbsence.NOT_COMPUTED -> "it was not computed";
            case TrustAbsence.VALIDATION_OFF -> "validation was switched off";
            case TrustAbsence.RETURNS_DO_NOT_VARY -> "the best trial's returns do not vary";
            case TrustAbsence.ONE_RETURN -> "there is one return only";
            case TrustAbsence.SHARPE_NOT_POSITIVE -> "the Sharpe ratio is not above 0: no length would do";
            case TrustAbsence.SCORE_NOT_POSITIVE ->
                "the best score is not above 0, so that a share of it means nothing";
            case TrustAbsence.TOO_FEW_POINTS ->
                "it takes " + count(n, 0) + " points that trade and " + count(n, 1) + " returns, there are "
                        + count(n, 2) + " and " + count(n, 3);
            case TrustAbsence.NO_FEASIBLE_POINT -> "none of " + count(n, 0) + " random points was feasible";
            case TrustAbsence.NO_TESTED_WINDOW -> "no window had a feasible trial to test";
            case TrustAbsence.NO_TRAIN_GAIN -> "the train parts gained nothing that it could be a share of";
            case TrustAbsence.TOO_FEW_TO_SHARE ->
                "with fewer than " + count(n, 0)
                        + " tested windows one of them has most of the profit by arithmetic alone";
            case TrustAbsence.NO_PROFIT_TO_SHARE -> "the windows made no profit in sum";
            case TrustAbsence.TOO_FEW_CHOICES -> "fewer than two windows chose parameters that have a range";
            case TrustAbsence.TOO_FEW_TRIALS ->
                "it takes " + count(n, 0) + " feasible trials, there are " + count(n, 1);
            case TrustAbsence.SCORES_DO_NOT_VARY -> "all trials scored the same";
            default -> throw new IllegalArgumentException("code = " + absence.code() + " has no sentence");
        };
    }

    private static String count(List<Double> numbers, int place) {
        return String.valueOf(Math.round(numbers.get(place)));
    }
}
