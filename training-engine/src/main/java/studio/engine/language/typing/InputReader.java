package studio.engine.language.typing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.engine.language.function.Nearest;
import studio.engine.language.syntax.Problems;
import studio.engine.language.syntax.Statement;
import studio.engine.language.syntax.Syntax;
import studio.engine.language.tree.ValueType;
import studio.model.strategy.ParameterCondition;
import studio.model.strategy.ParameterInfo;
import studio.model.strategy.ParameterType;

/** Makes parameters of inputs, such as forms and searches can rely on. Used by one thread. */
final class InputReader {
    private static final int LONGEST_UNIT = 40;
    private static final int LONGEST_HELP = 300;
    private static final int MOST_VALUES = 1_000;

    private final Problems problems;
    private final ActivityReader activities;
    private final List<ParameterInfo> inputs = new ArrayList<>();

    InputReader(Problems problems, Names names) {
        this.problems = problems;
        this.activities = new ActivityReader(problems, names);
    }

    /** What an input is in expressions. */
    record Read(ParameterInfo parameter, ValueType type) {}

    List<ParameterInfo> inputs() {
        return inputs;
    }

    /** The parameter; empty when something about it is wrong, which is reported. */
    Optional<Read> read(Statement.Input input) {
        boolean named = NameRules.isName(input.nameSpan(), input.name(), problems);
        Optional<Read> read =
                input.low() != null && input.high() != null ? range(input, input.low(), input.high()) : list(input);
        String unit = text(input.units(), "unit", LONGEST_UNIT, "");
        String help = text(input.helps(), "help text", LONGEST_HELP, help(input.name()));
        Optional<ParameterCondition> activity =
                Optional.ofNullable(input.activity()).flatMap(written -> activities.read(written, inputs));
        boolean whole = named && (input.activity() == null || activity.isPresent());
        Optional<Read> complete = read.filter(r -> whole && unit != null && help != null)
                .map(r -> new Read(
                        new ParameterInfo(
                                input.name(),
                                r.parameter().type(),
                                r.parameter().min(),
                                r.parameter().max(),
                                r.parameter().step(),
                                r.parameter().values(),
                                r.parameter().defaultValue(),
                                Objects.requireNonNull(unit),
                                Objects.requireNonNull(help),
                                activity.orElse(null)),
                        r.type()));
        complete.ifPresent(r -> inputs.add(r.parameter()));
        return complete;
    }

    /** What stands for the help that a text leaves out: the name as words. */
    private static String help(String name) {
        String words = name.replace('_', ' ').strip();
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    private @Nullable String text(List<Syntax.Text> given, String what, int longest, String otherwise) {
        if (given.isEmpty()) {
            return otherwise;
        }
        if (given.size() > 1) {
            problems.add(given.get(1).span(), "An input has one " + what + "; this is the second one.");
            return null;
        }
        String text = given.get(0).value().strip();
        if (text.length() > longest) {
            problems.add(
                    given.get(0).span(),
                    "A " + what + " has at most " + longest + " characters; this has " + text.length() + ".");
            return null;
        }
        return text.isEmpty() ? otherwise : text;
    }

    private Optional<Read> range(Statement.Input input, Syntax.Number low, Syntax.Number high) {
        if (!(input.defaultValue() instanceof Syntax.Number start)) {
            problems.add(
                    input.defaultValue().span(),
                    "An input with a range is a number; this is not. Texts are chosen from a list, as in in [\"sma\","
                            + " \"ema\"].");
            return Optional.empty();
        }
        boolean whole = low.whole() && high.whole() && start.whole();
        @Nullable Double step = step(input, whole, high.value() - low.value());
        if (low.value() >= high.value()) {
            boolean swapped = low.value() > high.value();
            problems.add(
                    low.span().to(high.span()),
                    "A range goes from its least to its largest value; here " + Kinds.figure(low.value()) + " is "
                            + (swapped ? "above " : "the same as ") + Kinds.figure(high.value()) + ".",
                    swapped ? Kinds.figure(high.value()) + ".." + Kinds.figure(low.value()) : null);
            return Optional.empty();
        }
        if (!fits(low) || !fits(high)) {
            return Optional.empty();
        }
        if (start.value() < low.value() || start.value() > high.value()) {
            problems.add(
                    start.span(),
                    "The default " + Kinds.figure(start.value()) + " lies outside the range "
                            + Kinds.figure(low.value()) + ".." + Kinds.figure(high.value()) + ".",
                    Kinds.figure(start.value() < low.value() ? low.value() : high.value()));
            return Optional.empty();
        }
        if (step == null && !input.steps().isEmpty() || !onStep(start, low.value(), step)) {
            return Optional.empty();
        }
        Object value = whole ? (Object) (int) start.value() : (Object) start.value();
        ParameterInfo parameter = new ParameterInfo(
                input.name(),
                whole ? ParameterType.INTEGER : ParameterType.REAL,
                low.value(),
                high.value(),
                step == null && whole ? Double.valueOf(1) : step,
                null,
                value,
                "",
                "");
        return Optional.of(new Read(parameter, whole ? ValueType.WHOLE_NUMBER : ValueType.NUMBER));
    }

    private boolean fits(Syntax.Number number) {
        if (Math.abs(number.value()) <= Integer.MAX_VALUE) {
            return true;
        }
        problems.add(number.span(), "An input lies between -" + Integer.MAX_VALUE + " and " + Integer.MAX_VALUE + ".");
        return false;
    }

    private @Nullable Double step(Statement.Input input, boolean whole, double width) {
        List<Syntax.Number> steps = input.steps();
        if (steps.isEmpty()) {
            return null;
        }
        if (steps.size() > 1) {
            problems.add(steps.get(1).span(), "An input has one step; this is the second one.");
            return null;
        }
        Syntax.Number step = steps.get(0);
        if (!(step.value() > 0)
                || step.value() > Math.abs(width)
                || Math.abs(width) / step.value() > Integer.MAX_VALUE) {
            problems.add(
                    step.span(),
                    "A step is above 0 and not larger than the range, and cuts it into at most " + Integer.MAX_VALUE
                            + " parts; " + Kinds.figure(step.value()) + " does not.");
            return null;
        }
        if (whole && !step.whole()) {
            problems.add(
                    step.span(),
                    "The range is of whole numbers, so its step is one as well; write the range with a point, as in"
                            + " 1.0..5.0, for numbers between.");
            return null;
        }
        return step.value();
    }

    /** A default between two steps could never be found again by a search. */
    private boolean onStep(Syntax.Number start, double low, @Nullable Double step) {
        if (step == null) {
            return true;
        }
        BigDecimal from = BigDecimal.valueOf(low);
        BigDecimal by = BigDecimal.valueOf(step);
        BigDecimal steps = BigDecimal.valueOf(start.value()).subtract(from).divide(by, 0, RoundingMode.HALF_DOWN);
        BigDecimal nearest = from.add(by.multiply(steps));
        if (nearest.compareTo(BigDecimal.valueOf(start.value())) == 0) {
            return true;
        }
        problems.add(
                start.span(),
                "The default " + Kinds.figure(start.value()) + " is none of the range's steps; the nearest is "
                        + Kinds.figure(nearest.doubleValue()) + ".",
                Kinds.figure(nearest.doubleValue()));
        return false;
    }

    private Optional<Read> list(Statement.Input input) {
        List<Syntax> written = input.list();
        Syntax start = input.defaultValue();
        if (!input.steps().isEmpty()) {
            problems.add(input.steps().get(0).span(), "A list has no steps between its values; leave the step out.");
            return Optional.empty();
        }
        Class<? extends Syntax> kind = written.get(0).getClass();
        for (Syntax value : written) {
            if (value.getClass() != kind) {
                problems.add(value.span(), "The values of a list are all numbers, all texts, or yes and no.");
                return Optional.empty();
            }
        }
        if (start.getClass() != kind) {
            problems.add(start.span(), "The default is not of the kind of the listed values.", near(start, written));
            return Optional.empty();
        }
        if (written.size() > MOST_VALUES) {
            problems.add(
                    written.get(MOST_VALUES).span(),
                    "A list has at most " + MOST_VALUES + " values; this has " + written.size() + ".");
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        boolean whole = start instanceof Syntax.Number n
                && n.whole()
                && written.stream().allMatch(v -> v instanceof Syntax.Number number && number.whole());
        for (Syntax value : written) {
            Object read = value(value, whole);
            if (value instanceof Syntax.Number number && !fits(number)) {
                return Optional.empty();
            }
            if (values.contains(read)) {
                problems.add(value.span(), "This value is listed twice.");
                return Optional.empty();
            }
            if (value instanceof Syntax.Text text && text.value().isBlank()) {
                problems.add(value.span(), "A choice needs a name; this text is empty.");
                return Optional.empty();
            }
            values.add(read);
        }
        Object first = value(start, whole);
        if (!values.contains(first)) {
            problems.add(start.span(), "The default is none of the listed values.", near(start, written));
            return Optional.empty();
        }
        return Optional.of(listed(input.name(), start, first, values, whole));
    }

    private static Read listed(String name, Syntax start, Object first, List<Object> values, boolean whole) {
        if (!(start instanceof Syntax.Number)) {
            ParameterInfo parameter =
                    new ParameterInfo(name, ParameterType.CATEGORY, null, null, null, values, first, "", "");
            return new Read(parameter, start instanceof Syntax.YesNo ? ValueType.CONDITION : ValueType.TEXT);
        }
        List<Object> ascending = new ArrayList<>(values);
        ascending.sort(Comparator.comparingDouble(value -> ((Number) value).doubleValue()));
        ParameterInfo parameter = new ParameterInfo(
                name,
                whole ? ParameterType.INTEGER : ParameterType.REAL,
                ((Number) ascending.get(0)).doubleValue(),
                ((Number) ascending.get(ascending.size() - 1)).doubleValue(),
                null,
                ascending,
                first,
                "",
                "");
        return new Read(parameter, whole ? ValueType.WHOLE_NUMBER : ValueType.NUMBER);
    }

    /** As parameters hold values: whole numbers as Integer, others as Double, yes and no as texts. */
    static Object value(Syntax literal, boolean whole) {
        if (literal instanceof Syntax.Number number) {
            return whole ? (Object) (int) number.value() : (Object) number.value();
        }
        return literal instanceof Syntax.YesNo yesNo ? yesNo.value() ? "yes" : "no" : ((Syntax.Text) literal).value();
    }

    private static @Nullable String near(Syntax start, List<Syntax> written) {
        if (start instanceof Syntax.Number number && written.get(0) instanceof Syntax.Number) {
            return written.stream()
                    .map(value -> ((Syntax.Number) value).value())
                    .min(Comparator.comparingDouble(value -> Math.abs(value - number.value())))
                    .map(Kinds::figure)
                    .orElse(null);
        }
        if (start instanceof Syntax.Text text && written.get(0) instanceof Syntax.Text) {
            List<String> texts =
                    written.stream().map(value -> ((Syntax.Text) value).value()).toList();
            return '"' + Nearest.among(text.value(), texts).stream().findFirst().orElse(texts.get(0)) + '"';
        }
        return null;
    }
}
