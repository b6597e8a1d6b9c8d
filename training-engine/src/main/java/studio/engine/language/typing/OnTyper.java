package studio.engine.language.typing;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.engine.language.syntax.Problems;
import studio.engine.language.syntax.Span;
import studio.engine.language.syntax.Syntax;
import studio.engine.language.tree.Expression;
import studio.model.market.Timeframe;

/** Gives {@code on("4h", value)} its meaning. Used by one thread. */
final class OnTyper {
    /** What other programs call the timeframes, in minutes or by a letter. */
    private static final Map<String, String> TIMEFRAMES = Map.ofEntries(
            Map.entry("1", "1m"),
            Map.entry("3", "3m"),
            Map.entry("5", "5m"),
            Map.entry("15", "15m"),
            Map.entry("30", "30m"),
            Map.entry("60", "1h"),
            Map.entry("120", "2h"),
            Map.entry("240", "4h"),
            Map.entry("360", "6h"),
            Map.entry("480", "8h"),
            Map.entry("720", "12h"),
            Map.entry("1440", "1d"),
            Map.entry("d", "1d"),
            Map.entry("day", "1d"),
            Map.entry("daily", "1d"),
            Map.entry("24h", "1d"),
            Map.entry("w", "1w"),
            Map.entry("week", "1w"),
            Map.entry("weekly", "1w"),
            Map.entry("7d", "1w"),
            Map.entry("h", "1h"),
            Map.entry("60m", "1h"),
            Map.entry("240m", "4h"));

    private final Typer typer;
    private final Problems problems;
    private final Expressions expressions;
    private boolean inside;

    OnTyper(Typer typer, Problems problems, Expressions expressions) {
        this.typer = typer;
        this.problems = problems;
        this.expressions = expressions;
    }

    /** Whether what is typed now stands inside {@code on}. */
    boolean isInside() {
        return inside;
    }

    /** {@code on("4h", value)}. */
    @Nullable
    Value on(Syntax.Call call) {
        if (call.arguments().size() != 2) {
            call.arguments().forEach(typer::value);
            problems.add(
                    call.span(),
                    "on takes a timeframe and what is to be computed on it, as in on(\"4h\", rsi(close, 14)).");
            return null;
        }
        Expression timeframe = timeframe(call.arguments().get(0));
        boolean nested = inside;
        inside = true;
        Expression value = typer.plain(call.arguments().get(1));
        inside = nested;
        if (nested) {
            problems.add(
                    call.nameSpan(), "An on cannot stand inside another on; compute each timeframe on its own line.");
            return null;
        }
        if (timeframe == null || value == null) {
            return null;
        }
        if (!value.type().series()) {
            problems.add(call.arguments().get(1).span(), "This is the same on every timeframe; leave on(…) out.");
            return null;
        }
        if (expressions.containsOn(value)) {
            problems.add(
                    call.arguments().get(1).span(),
                    "This uses a value that is computed on another timeframe already; compute it from columns here.");
            return null;
        }
        return new Value.Plain(expressions.onTimeframe(timeframe, value));
    }

    private @Nullable Expression timeframe(Syntax written) {
        Span span = written.span();
        if (written instanceof Syntax.Text literal
                && Timeframe.find(literal.value()).isEmpty()) {
            String lower = literal.value().toLowerCase(Locale.ROOT);
            @Nullable String meant = Timeframe.find(lower).isPresent() ? lower : TIMEFRAMES.get(lower);
            problems.add(
                    span,
                    "There is no timeframe \"" + Problems.inside(literal.value()) + "\"; possible are "
                            + String.join(", ", Timeframe.wireNames()) + ".",
                    meant == null ? null : '"' + meant + '"');
            return null;
        }
        Expression typed = typer.plain(written);
        return typed == null ? null : typer.kinds().textAmong(written, typed, "The timeframe", Timeframe.wireNames());
    }
}
