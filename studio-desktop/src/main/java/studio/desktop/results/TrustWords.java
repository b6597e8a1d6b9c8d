package studio.desktop.results;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Texts;
import studio.model.result.TrustAbsence;
import studio.model.result.TrustFigure;
import studio.model.result.TrustReason;
import studio.model.result.TrustReport;
import studio.model.result.TrustRule;

/**
 * What a trust report says, in the app's language and with the analyst's numbers. What a newer server says by a code or key
 * that has no words here, and reports that were stored without codes, are told in the server's English. Thread-safe.
 */
record TrustWords(FigureFormat format) {
    private static final Pattern GAP = Pattern.compile("\\{\\d}");

    /** All reasons, in the report's order. */
    List<String> reasons(TrustReport report) {
        return IntStream.range(0, report.reasons().size())
                .mapToObj(place -> reason(report, place))
                .toList();
    }

    /** The reason at that place, wholly in the app's language or wholly in the server's. */
    String reason(TrustReport report, int place) {
        String sentence = report.reasons().get(place);
        List<TrustReason> details = report.reasonDetails();
        return details.size() == report.reasons().size()
                ? reason(details.get(place), report).orElse(sentence)
                : sentence;
    }

    private Optional<String> reason(TrustReason reason, TrustReport report) {
        String key = "trust.reason." + reason.code();
        if (reason.figure() == null) {
            return words(key, numbers(reason.numbers()));
        }
        return report.figures().stream()
                .filter(figure -> figure.key().equals(reason.figure()))
                .findFirst()
                .flatMap(figure -> reason(key, figure));
    }

    private Optional<String> reason(String key, TrustFigure figure) {
        Optional<String> name = words("trust.figure." + figure.key());
        if (figure.value() == null) {
            return name.flatMap(n -> words(figure.absenceDetail()).flatMap(why -> words(key, n, why)));
        }
        Optional<String> meaning = words("trust.figure." + figure.key() + ".meaning");
        return name.flatMap(n ->
                ruleWords(figure).flatMap(rule -> meaning.flatMap(m -> words(key, n, value(figure), rule, m))));
    }

    String name(TrustFigure figure) {
        return words("trust.figure." + figure.key()).orElse(figure.name());
    }

    String meaning(TrustFigure figure) {
        return words("trust.figure." + figure.key() + ".meaning").orElse(figure.meaning());
    }

    String source(TrustFigure figure) {
        return words("trust.figure." + figure.key() + ".source").orElse(figure.source());
    }

    /** What the verdict wants, in the unit that the value is shown in; empty when the figure is only told. */
    String rule(TrustFigure figure) {
        return ruleWords(figure).orElse(figure.rule() == null ? "" : figure.rule());
    }

    /** A clause without a full stop; empty where there is a value. */
    String absence(TrustFigure figure) {
        return words(figure.absenceDetail()).orElse(figure.absence() == null ? "" : figure.absence());
    }

    /** A clause without a full stop; empty where there is importance. */
    String importanceAbsence(TrustReport report) {
        return words(report.importanceAbsenceDetail()).orElse(report.importanceAbsence());
    }

    /** With the usual decimals, or as many as it takes to stay on its side of what is wanted. */
    String value(TrustFigure figure) {
        Double value = figure.value();
        if (value == null) {
            return FigureFormat.UNDEFINED;
        }
        return switch (figure.unit()) {
            // A share has two decimals less as percent.
            case "share" -> format.share(value, decimals(figure.ruleDetail(), value, 2) - 2);
            case "%" -> {
                int decimals = decimals(figure.ruleDetail(), value, 1);
                // A fall has one direction only: a plus sign would make it look like a gain.
                yield figure.key().equals("unseen_drawdown")
                        ? format.percent(value, decimals)
                        : format.signedPercent(value, decimals);
            }
            case "trials", "periods" -> format.number(Math.ceil(value), 0);
            default -> format.number(value, decimals(figure.ruleDetail(), value, 2));
        };
    }

    private static int decimals(@Nullable TrustRule rule, double value, int usual) {
        return rule == null ? usual : rule.decimals(value, usual);
    }

    private Optional<String> ruleWords(TrustFigure figure) {
        TrustRule rule = figure.ruleDetail();
        return rule == null
                ? Optional.empty()
                : words("trust.rule." + rule.comparison(), threshold(rule.threshold(), figure.unit()));
    }

    private String threshold(double threshold, String unit) {
        boolean share = unit.equals("share");
        double shown = share ? 100 * threshold : threshold;
        int fewest = shown == Math.rint(shown) || share ? 0 : 2;
        String number = format.formats().number(shown, fewest, fewest + 2);
        return share || unit.equals("%") ? number + " %" : number;
    }

    private Optional<String> words(@Nullable TrustAbsence absence) {
        return absence == null
                ? Optional.empty()
                : words("trust.absence." + absence.code(), numbers(absence.numbers()));
    }

    private Object[] numbers(List<Double> numbers) {
        return numbers.stream().map(n -> format.number(n, 0)).toArray();
    }

    /** Empty where the bundle has no such text, or one with more gaps than there are values. */
    private static Optional<String> words(String key, Object... values) {
        return Texts.bundle().containsKey(key)
                ? Optional.of(Texts.get(key, values))
                        .filter(text -> !GAP.matcher(text).find())
                : Optional.empty();
    }
}
