package studio.engine.language.typing;

import java.util.Locale;
import java.util.regex.Pattern;
import studio.engine.language.function.Functions;
import studio.engine.language.syntax.Problems;
import studio.engine.language.syntax.Span;

/** What the name of an input or definition may be. */
final class NameRules {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private NameRules() {}

    /** Whether a name can be that of a value: its letters are right, and it means nothing else. */
    static boolean isName(Span span, String name, Problems problems) {
        if (!NAME.matcher(name).matches()) {
            String lower =
                    name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_").replaceAll("^[^a-z]+", "");
            problems.add(
                    span,
                    "A name is 1 to 64 small letters, digits and underscores and begins with a letter; "
                            + Problems.quote(name) + " is none.",
                    NAME.matcher(lower).matches() && Typer.column(lower).isEmpty() ? lower : null);
            return false;
        }
        if (Typer.column(name).isPresent() || Functions.isBare(name) || name.equals("on")) {
            problems.add(
                    span,
                    Problems.quote(name) + " means something already: " + meaning(name) + ". Choose another name.",
                    "my_" + name);
            return false;
        }
        return true;
    }

    private static String meaning(String name) {
        return Typer.column(name).isPresent()
                ? "it is a column of the series"
                : name.equals("on") ? "it computes on a longer timeframe" : "it is a function without arguments";
    }
}
