package studio.engine.language.run;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import studio.engine.search.ParameterSet;
import studio.model.strategy.ParameterInfo;

/** The values that a trial's inputs have, and all single values that follow from them, by slot. */
final class Values {
    /** The longest history that a text may ask for. */
    static final int LONGEST = 5_000;

    final double[] numbers;
    final boolean[] answers;
    final String[] texts;

    private Values(Plan plan) {
        numbers = new double[plan.numberSlots];
        answers = new boolean[plan.answerSlots];
        texts = new String[plan.textSlots];
    }

    /**
     * @throws IllegalArgumentException when an input that matters is missing, or a value is looked back for over a number
     *     of bars that is none
     */
    static Values of(Plan plan, ParameterSet parameters) {
        Values values = new Values(plan);
        for (Node node : plan.singles) {
            values.evaluate(node, parameters);
        }
        for (Node bars : plan.lookbacks) {
            double n = values.number(bars);
            if (!(n >= 0 && n <= LONGEST) || n != Math.rint(n)) {
                throw new IllegalArgumentException(
                        "looks " + shown(n) + " bars back, a whole number from 0 to 5,000 is allowed");
            }
        }
        return values;
    }

    double number(Node node) {
        return numbers[node.slot];
    }

    boolean answer(Node node) {
        return answers[node.slot];
    }

    String text(Node node) {
        return texts[node.slot];
    }

    /** A whole number without its fraction, anything else as it is; the same number always looks the same. */
    static String shown(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf((long) number)
                : Double.isNaN(number) ? "a missing number of" : String.valueOf(number);
    }

    private void evaluate(Node node, ParameterSet parameters) {
        switch (node.kind) {
            case NUMBER ->
                numbers[node.slot] = Arithmetic.finite(
                        node.operation == Operation.INPUT
                                ? ((Number) input(node, parameters)).doubleValue()
                                : computed(node));
            case YES_NO ->
                answers[node.slot] =
                        node.operation == Operation.INPUT ? isYes(input(node, parameters)) : answered(node);
            case TEXT ->
                texts[node.slot] = switch (node.operation) {
                    case TEXT -> (String) Objects.requireNonNull(node.detail);
                    case INPUT -> input(node, parameters).toString();
                    case CHOICE -> answer(node.argument(0)) ? text(node.argument(1)) : text(node.argument(2));
                    default -> throw new IllegalStateException(node.operation + " is no text");
                };
        }
    }

    private static boolean isYes(Object value) {
        return value.equals(Boolean.TRUE)
                || value.toString().toLowerCase(Locale.ROOT).equals("yes");
    }

    /** What the trial says; the default of an input that does not matter with the others. */
    private static Object input(Node node, ParameterSet parameters) {
        ParameterInfo input = (ParameterInfo) Objects.requireNonNull(node.detail);
        Object value = parameters.values().get(input.name());
        if (value == null && input.activeWhen() != null) {
            return input.defaultValue();
        }
        return value instanceof Number || value != null && node.kind != studio.engine.language.tree.ValueKind.NUMBER
                ? value
                : parameters.real(input.name());
    }

    private double computed(Node node) {
        List<Node> a = node.arguments;
        double x = a.isEmpty() || a.get(0).kind != studio.engine.language.tree.ValueKind.NUMBER ? 0 : number(a.get(0));
        double y = a.size() < 2 ? 0 : number(a.get(1));
        return switch (node.operation) {
            case NUMBER -> (double) Objects.requireNonNull(node.detail);
            case NEGATE -> -x;
            case ADD -> x + y;
            case SUBTRACT -> x - y;
            case MULTIPLY -> x * y;
            case DIVIDE -> x / y;
            case REMAINDER -> x % y;
            case ABS -> Math.abs(x);
            case MIN -> Math.min(x, y);
            case MAX -> Math.max(x, y);
            case ROUND -> Arithmetic.round(x);
            case FLOOR -> Math.floor(x);
            case CEIL -> Math.ceil(x);
            case SQRT -> Math.sqrt(x);
            case LOG -> StrictMath.log(x);
            case EXP -> StrictMath.exp(x);
            case SIGN -> Math.signum(x);
            case NZ -> Arithmetic.nz(x, y);
            case CHOICE -> answer(a.get(0)) ? y : number(a.get(2));
            default -> throw new IllegalStateException(node.operation + " is no number of a trial");
        };
    }

    private boolean answered(Node node) {
        List<Node> a = node.arguments;
        return switch (node.operation) {
            case YES_NO -> (boolean) Objects.requireNonNull(node.detail);
            case SAME_TEXT -> text(a.get(0)).equals(text(a.get(1)));
            case LESS -> number(a.get(0)) < number(a.get(1));
            case AT_MOST -> number(a.get(0)) <= number(a.get(1));
            case EQUAL -> number(a.get(0)) == number(a.get(1));
            case NOT_EQUAL -> Arithmetic.differ(number(a.get(0)), number(a.get(1)));
            case NOT -> !answer(a.get(0));
            case AND -> answer(a.get(0)) && answer(a.get(1));
            case OR -> answer(a.get(0)) || answer(a.get(1));
            case SAME_ANSWER -> answer(a.get(0)) == answer(a.get(1));
            case CHOICE -> answer(a.get(0)) ? answer(a.get(1)) : answer(a.get(2));
            default -> throw new IllegalStateException(node.operation + " is no answer of a trial");
        };
    }
}
