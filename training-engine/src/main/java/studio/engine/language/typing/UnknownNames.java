package studio.engine.language.typing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import studio.engine.language.function.Functions;
import studio.engine.language.syntax.Problems;
import studio.engine.language.syntax.Span;

/** Says of names without a meaning what was probably meant. */
final class UnknownNames {
    private final Problems problems;
    private final Names names;
    private final Set<String> columns;

    UnknownNames(Problems problems, Names names, Set<String> columns) {
        this.problems = problems;
        this.names = names;
        this.columns = columns;
    }

    /** Reports a name that means nothing where it stands. */
    void report(Span span, String name) {
        if (names.comesLater(name)) {
            problems.add(
                    span,
                    Problems.quote(name)
                            + " is defined further down; a line can use only names that are defined above it.");
        } else if (Functions.find(name).isPresent()) {
            String signature = Functions.find(name).orElseThrow().signature();
            problems.add(
                    span, Problems.quote(name) + " is a function and takes its arguments in parentheses.", signature);
        } else if (ForeignNames.isMissing(name)) {
            problems.add(
                    span,
                    "A missing value cannot be written; comparisons with a missing value are no, and nz(x, y) puts y in its"
                            + " place.");
        } else {
            problems.add(
                    span,
                    Problems.quote(name)
                            + " is not known here; possible are the names defined above, columns such as close,"
                            + " and functions.",
                    problems.isFull() ? null : ForeignNames.value(name, known()).orElse(null));
        }
    }

    /** Everything that may stand as a name alone. */
    private List<String> known() {
        List<String> known = new ArrayList<>(names.known());
        known.addAll(columns);
        known.addAll(List.of("obv", "vwap", "tr", "stop", "yes", "no", "not"));
        return known;
    }

    /** Reports a name with the prefix of another language. */
    void reportSpace(Span span, String space, String name) {
        problems.add(
                span,
                "Names have no prefix; " + Problems.quote(space) + " is not known here.",
                problems.isFull()
                        ? null
                        : ForeignNames.value(space + "." + name, allNames()).orElse(null));
    }

    /** Whether what stands before a dot is the prefix of another language, e.g. {@code ta}. */
    boolean isForeignSpace(String name) {
        return !names.isDefined(name)
                && !names.comesLater(name)
                && !columns.contains(name)
                && !Functions.isBare(name)
                && Functions.find(name).isEmpty();
    }

    private List<String> allNames() {
        List<String> all = known();
        Functions.all().forEach(function -> all.add(function.name()));
        return all;
    }
}
