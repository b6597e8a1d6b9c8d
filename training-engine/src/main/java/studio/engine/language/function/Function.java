package studio.engine.language.function;

import java.util.List;

/**
 * One function of the language, with the help that editor, F1 and documents show. Immutable; equal by name.
 *
 * @param name as in a text, e.g. {@code rsi}
 * @param parameters in their order; those with a default may be left out from the end
 * @param outputs {@code value} for a function with one output; else the names after the dot, e.g. {@code line, signal,
 *     histogram}
 */
public record Function(String name, List<Parameter> parameters, List<String> outputs, Help help) {

    public Function {
        parameters = List.copyOf(parameters);
        outputs = List.copyOf(outputs);
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
