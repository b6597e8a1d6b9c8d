package studio.engine.language.function;

import java.util.List;
import java.util.StringJoiner;

/**
 * One function of the language, with the help that editor, F1 and documents show. Immutable; equal by name.
 *
 * @param name as in a text, e.g. {@code rsi}
 * @param parameters in their order; those with a default may be left out from the end
 * @param outputs {@code value} for a function with one output; else the names after the dot, e.g. {@code line, signal,
 *     histogram}
 * @param gives what its outputs are
 * @param pairwise whether more arguments than parameters may be given, read from the left in pairs: {@code max(a, b, c)} is
 *     {@code max(max(a, b), c)}
 */
public record Function(
        String name, List<Parameter> parameters, List<String> outputs, Gives gives, boolean pairwise, Help help) {

    /** The name of the output of a function that has one. */
    public static final String VALUE = "value";

    public Function {
        parameters = List.copyOf(parameters);
        outputs = List.copyOf(outputs);
    }

    /** What a function's outputs are. */
    public enum Gives {
        /** Numbers, one a bar. */
        NUMBERS,
        /** Conditions, one a bar. */
        CONDITIONS,
        /** A single number where all arguments are single numbers, else numbers, one a bar. */
        AS_ARGUMENTS
    }

    /** True for a function whose outputs have names that a text must say. */
    public boolean hasNamedOutputs() {
        return outputs.size() > 1;
    }

    /** How a call looks, e.g. {@code ema(x, length)}; a default stands behind its parameter. */
    public String signature() {
        StringJoiner arguments = new StringJoiner(", ", name + "(", ")");
        for (Parameter parameter : parameters) {
            arguments.add(parameter.optional() ? parameter.name + " = " + parameter.defaultValue : parameter.name);
        }
        return arguments.toString();
    }

    /** What may stand for a parameter. */
    public enum Accepts {
        /** Numbers, one a bar; a single number is one for every bar. */
        NUMBERS,
        /** Conditions, one a bar. */
        CONDITIONS,
        /** A single number. */
        NUMBER,
        /** A single whole number. */
        WHOLE_NUMBER,
        /** A single text of a list, e.g. the kind of an average. */
        TEXT
    }

    /**
     * One parameter.
     *
     * @param least of a single number, inclusive; {@code -Infinity} for none
     * @param most of a single number, inclusive; {@code Infinity} for none
     * @param choices of a text; empty for others
     * @param defaultValue a number or text as it would be written; empty for a parameter that must be given
     */
    public record Parameter(
            String name, Accepts accepts, double least, double most, List<String> choices, String defaultValue) {
        public Parameter {
            choices = List.copyOf(choices);
        }

        /** Whether it may be left out. */
        public boolean optional() {
            return !defaultValue.isEmpty();
        }
    }

    /**
     * What a person reads.
     *
     * @param group e.g. {@code Averages}
     * @param summary one sentence
     * @param formula in plain text
     * @param warmUp the bars without a value, in words, e.g. {@code length − 1 bars}
     * @param source where the definition comes from
     * @param example one line of a text
     */
    public record Help(String group, String summary, String formula, String warmUp, String source, String example) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof Function function && function.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
