package studio.engine.language.typing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.engine.language.function.Function;
import studio.engine.language.function.Function.Gives;
import studio.engine.language.function.Function.Parameter;
import studio.engine.language.function.Functions;
import studio.engine.language.syntax.Problems;
import studio.engine.language.syntax.Syntax;
import studio.engine.language.tree.Expression;
import studio.engine.language.tree.ValueKind;
import studio.engine.language.tree.ValueType;

/** Gives calls their meaning: functions by name and their arguments. Used by one thread. */
final class CallTyper {
    private final Typer typer;
    private final String text;
    private final Problems problems;
    private final Expressions expressions;
    private final Names names;
    private final OnTyper on;

    CallTyper(Typer typer, String text, Problems problems, Expressions expressions, Names names) {
        this.typer = typer;
        this.text = text;
        this.problems = problems;
        this.expressions = expressions;
        this.names = names;
        this.on = new OnTyper(typer, problems, expressions);
    }

    boolean insideOn() {
        return on.isInside();
    }

    /** A function without arguments, written without parentheses. */
    Value bare(String name) {
        return result(Functions.find(name).orElseThrow(), List.of());
    }

    /** One output of several. */
    Expression output(Value.Several several, String output) {
        return expressions.call(several.function(), several.arguments(), output, ValueType.NUMBERS);
    }

    @Nullable
    Value call(Syntax.Call call) {
        if (call.name().equals("on")) {
            return on.on(call);
        }
        Optional<Function> function = Functions.find(call.name());
        if (function.isEmpty()) {
            unknown(call);
            for (Syntax argument : call.arguments()) {
                typer.value(argument);
            }
            return null;
        }
        return arguments(call, function.get());
    }

    private void unknown(Syntax.Call call) {
        String name = call.name();
        if (names.isUnreadable(name)) {
            return;
        }
        if (Typer.column(name).isPresent() || names.isDefined(name)) {
            String inside = call.arguments().isEmpty()
                    ? ""
                    : call.arguments().get(0).span().of(text);
            problems.add(
                    call.nameSpan(),
                    Problems.quote(name) + " is a value, not a function; its value some bars ago is written with square"
                            + " brackets.",
                    inside.isEmpty() ? name : name + "[" + Problems.inside(inside) + "]");
            return;
        }
        List<String> own =
                new ArrayList<>(Functions.all().stream().map(Function::name).toList());
        own.add("on");
        @Nullable
        String known = switch (name) {
            case "pow", "math.pow" -> "There are no powers; write x * x, sqrt(x) or exp(n * log(x)).";
            case "iif", "iff", "where", "np.where" -> "A choice is written condition ? a : b.";
            case "na", "isna", "isnan" ->
                "Whether a value is missing cannot be asked; comparisons with a missing value are no, and nz(x, y) puts y"
                        + " in its place.";
            default -> null;
        };
        boolean guess = known == null && !problems.isFull();
        problems.add(
                call.nameSpan(),
                known == null
                        ? "There is no function " + Problems.quote(name) + "; the list of functions is in the help."
                        : known,
                guess ? ForeignNames.function(name, own).orElse(null) : null);
    }

    private @Nullable Value arguments(Syntax.Call call, Function function) {
        List<Parameter> parameters = function.parameters();
        List<Syntax> written = call.arguments();
        long needed = parameters.stream().filter(p -> !p.optional()).count();
        boolean tooMany = written.size() > parameters.size() && !function.pairwise();
        if (written.size() < needed || tooMany) {
            written.forEach(typer::value);
            problems.add(
                    call.span(),
                    function.signature() + " takes " + count(function, needed) + "; here "
                            + (written.size() == 1 ? "is 1" : "are " + written.size()) + ".",
                    argumentSuggestion(call, function));
            return null;
        }
        List<Expression> arguments = new ArrayList<>();
        for (int i = 0; i < Math.max(parameters.size(), written.size()); i++) {
            Parameter parameter = parameters.get(Math.min(i, parameters.size() - 1));
            Expression argument =
                    i < written.size() ? argument(call, function, parameter, written.get(i)) : defaultOf(parameter);
            if (argument != null) {
                arguments.add(argument);
            }
        }
        boolean complete = arguments.size() == Math.max(parameters.size(), written.size());
        if (complete && function.gives() != Function.Gives.AS_ARGUMENTS && looksBackOverStop(call, arguments)) {
            return null;
        }
        return complete ? result(function, arguments) : null;
    }

    /** The stop's distance is one value of a position, so that there are no bars of it to compute something from. */
    private boolean looksBackOverStop(Syntax.Call call, List<Expression> arguments) {
        for (int i = 0; i < call.arguments().size(); i++) {
            if (expressions.containsStop(arguments.get(i))) {
                problems.add(
                        call.arguments().get(i).span(),
                        "The stop's distance belongs to a position, so it has no bars that " + call.name()
                                + " could be computed from.");
                return true;
            }
        }
        return false;
    }

    private static String count(Function function, long needed) {
        int most = function.parameters().size();
        String least = needed == 1 ? "1 argument" : needed + " arguments";
        if (function.pairwise()) {
            return least + " or more";
        }
        return most == 0 ? "no arguments" : needed == most ? least : needed + " to " + most + " arguments";
    }

    /** {@code rsi(14)} was meant as {@code rsi(close, 14)}, {@code atr(high, low, close, 14)} as {@code atr(14)}. */
    private @Nullable String argumentSuggestion(Syntax.Call call, Function function) {
        List<Parameter> parameters = function.parameters();
        List<String> written = new ArrayList<>();
        call.arguments()
                .forEach(argument -> written.add(Problems.inside(argument.span().of(text))));
        boolean forgotPrice = written.size() == parameters.size() - 1
                && !parameters.isEmpty()
                && parameters.get(0).accepts() == Function.Accepts.NUMBERS
                && call.arguments().stream().allMatch(Syntax.Number.class::isInstance);
        if (forgotPrice && !written.isEmpty()) {
            return function.name() + "(close, " + String.join(", ", written) + ")";
        }
        if (written.size() > parameters.size()) {
            List<String> last = written.subList(written.size() - parameters.size(), written.size());
            return function.name() + "(" + String.join(", ", last) + ")";
        }
        return null;
    }

    private Expression defaultOf(Parameter parameter) {
        return expressions.number(Double.parseDouble(parameter.defaultValue()), true);
    }

    private @Nullable Expression argument(Syntax.Call call, Function function, Parameter parameter, Syntax written) {
        if (parameter.accepts() == Function.Accepts.TEXT
                && written instanceof Syntax.Name name
                && isChoice(parameter, name)) {
            problems.add(
                    written.span(),
                    "The " + parameter.name() + " is a text and stands in double quotation marks.",
                    '"' + name.name() + '"');
            return null;
        }
        Expression typed = typer.plain(written);
        if (typed == null) {
            return null;
        }
        Kinds kinds = typer.kinds();
        String what = "The " + parameter.name() + " of " + function.name();
        return switch (parameter.accepts()) {
            case NUMBERS -> kinds.number(written, typed);
            case CONDITIONS -> kinds.condition(written, typed);
            case NUMBER -> kinds.numberSingle(written, typed, what, parameter.least(), parameter.most());
            case WHOLE_NUMBER ->
                swapped(call, parameter, written, typed)
                        ? null
                        : kinds.wholeSingle(written, typed, what, parameter.least(), parameter.most());
            case TEXT -> kinds.textAmong(written, typed, what, parameter.choices());
        };
    }

    private boolean isChoice(Parameter parameter, Syntax.Name name) {
        return parameter.choices().contains(name.name()) && !names.isDefined(name.name());
    }

    /** {@code ema(20, close)} was meant as {@code ema(close, 20)}. */
    private boolean swapped(Syntax.Call call, Parameter parameter, Syntax written, Expression typed) {
        boolean two = call.arguments().size() == 2 && call.arguments().get(0) instanceof Syntax.Number;
        if (!two || !typed.type().series() || typed.type().kind() != ValueKind.NUMBER) {
            return false;
        }
        problems.add(
                call.span(),
                "The " + parameter.name() + " stands last and is a whole number; here it stands first.",
                call.name() + "(" + Problems.inside(written.span().of(text)) + ", "
                        + Problems.inside(call.arguments().get(0).span().of(text)) + ")");
        return true;
    }

    private Value result(Function function, List<Expression> arguments) {
        if (function.hasNamedOutputs()) {
            return new Value.Several(function, arguments);
        }
        if (function.pairwise()) {
            Expression folded = arguments.get(0);
            for (Expression next : arguments.subList(1, arguments.size())) {
                folded = one(function, List.of(folded, next));
            }
            return new Value.Plain(folded);
        }
        return new Value.Plain(one(function, arguments));
    }

    private Expression one(Function function, List<Expression> arguments) {
        return expressions.call(function, arguments, Function.VALUE, type(function, arguments));
    }

    private static ValueType type(Function function, List<Expression> arguments) {
        if (function.gives() == Gives.CONDITIONS) {
            return ValueType.CONDITIONS;
        }
        boolean series = function.gives() == Gives.NUMBERS
                || arguments.stream().anyMatch(argument -> argument.type().series());
        boolean whole = switch (function.name()) {
            case "round", "floor", "ceil", "sign" -> true;
            case "abs", "min", "max", "nz" ->
                arguments.stream().allMatch(argument -> argument.type().whole());
            default -> false;
        };
        return new ValueType(ValueKind.NUMBER, series, whole && !series);
    }
}
