package studio.desktop.results;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Texts;
import studio.model.result.ParameterImportance;
import studio.model.result.TrustFigure;
import studio.model.result.TrustReport;

/**
 * The trust report in words ready to show.
 *
 * @param verdict in a few words; empty where there is no report
 * @param tone the style class of the verdict: {@code ok, warn, bad} or {@code neutral}
 * @param icon the icon's literal; it says the same as the tone
 * @param meaning what the verdict stands for, or why there is no report
 * @param importanceNote what the bars are, or why there are none
 */
record TrustView(
        String verdict,
        String tone,
        String icon,
        String meaning,
        List<String> reasons,
        List<Row> rows,
        List<Bar> bars,
        String importanceNote) {

    /** Whether a figure has what the verdict wants of it. */
    enum Mark {
        HELD,
        MISSED,
        UNKNOWN,
        TOLD
    }

    /**
     * One figure.
     *
     * @param rule what the verdict wants, empty when the figure is only told
     * @param meaning one sentence, and why there is no value where there is none
     */
    record Row(String key, String name, String value, Mark mark, String rule, String meaning, String source) {}

    /**
     * One parameter's importance.
     *
     * @param share 0..1
     */
    record Bar(String parameter, double share, String words) {}

    static TrustView none(String why) {
        return new TrustView("", "neutral", "mdal-help_outline", why, List.of(), List.of(), List.of(), "");
    }

    static TrustView of(@Nullable TrustReport report, boolean partial, FigureFormat format) {
        if (report == null) {
            return none(Texts.get(partial ? "trust.none.partial" : "trust.none.old"));
        }
        TrustWords words = new TrustWords(format);
        String verdict = report.verdict().name().toLowerCase(Locale.ROOT);
        return new TrustView(
                Texts.get("trust.verdict." + verdict),
                tone(report),
                icon(report),
                Texts.get("trust.verdict." + verdict + ".meaning"),
                words.reasons(report),
                report.figures().stream().map(figure -> row(figure, words)).toList(),
                report.importance().stream().map(i -> bar(i, format)).toList(),
                report.importance().isEmpty()
                        ? Texts.get("trust.importance.none", words.importanceAbsence(report))
                        : Texts.get("trust.importance.note"));
    }

    private static String tone(TrustReport report) {
        return switch (report.verdict()) {
            case ROBUST -> "ok";
            case FRAGILE -> "warn";
            case OVERFIT -> "bad";
            case TOO_LITTLE_DATA -> "neutral";
        };
    }

    private static String icon(TrustReport report) {
        return switch (report.verdict()) {
            case ROBUST -> "mdmz-verified_user";
            case FRAGILE -> "mdmz-warning";
            case OVERFIT -> "mdal-block";
            case TOO_LITTLE_DATA -> "mdal-hourglass_empty";
        };
    }

    private static Row row(TrustFigure figure, TrustWords words) {
        String meaning = words.meaning(figure);
        return new Row(
                figure.key(),
                words.name(figure),
                words.value(figure),
                mark(figure),
                figure.rule() == null ? "" : Texts.get("trust.rule", words.rule(figure)),
                figure.value() == null ? Texts.get("trust.absent", meaning, words.absence(figure)) : meaning,
                Texts.get("trust.source", words.source(figure)));
    }

    private static Mark mark(TrustFigure figure) {
        if (figure.rule() == null) {
            return Mark.TOLD;
        }
        Boolean passed = figure.passed();
        return passed == null ? Mark.UNKNOWN : passed ? Mark.HELD : Mark.MISSED;
    }

    private static Bar bar(ParameterImportance importance, FigureFormat format) {
        return new Bar(importance.parameter(), importance.share(), format.share(importance.share(), 0));
    }
}
