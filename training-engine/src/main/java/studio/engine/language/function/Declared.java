package studio.engine.language.function;

import java.util.ArrayList;
import java.util.List;
import studio.engine.language.function.Function.Accepts;
import studio.engine.language.function.Function.Gives;
import studio.engine.language.function.Function.Help;
import studio.engine.language.function.Function.Parameter;

/** Declares one function in a few lines. Used while the list of functions is made. */
final class Declared {
    /** The longest history that a length may ask for, in bars. */
    static final int LONGEST = 5_000;

    private final String group;
    private final String name;
    private final List<Parameter> parameters = new ArrayList<>();
    private List<String> outputs = List.of(Function.VALUE);
    private Gives gives = Gives.NUMBERS;
    private boolean pairwise;

    private Declared(String group, String name) {
        this.group = group;
        this.name = name;
    }

    static Declared function(String group, String name) {
        return new Declared(group, name);
    }

    Declared numbers(String parameter) {
        return add(parameter, Accepts.NUMBERS, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, List.of(), "");
    }

    Declared numbers(String parameter, String defaultValue) {
        return add(
                parameter,
                Accepts.NUMBERS,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                List.of(),
                defaultValue);
    }

    Declared conditions(String parameter) {
        return add(parameter, Accepts.CONDITIONS, 0, 1, List.of(), "");
    }

    /** A number of bars from 1 to the longest history. */
    Declared length(String parameter) {
        return whole(parameter, 1, "");
    }

    /** A number of bars from that least one to the longest history. */
    Declared whole(String parameter, int least, String defaultValue) {
        return add(parameter, Accepts.WHOLE_NUMBER, least, LONGEST, List.of(), defaultValue);
    }

    Declared number(String parameter, double least, double most) {
        return add(parameter, Accepts.NUMBER, least, most, List.of(), "");
    }

    Declared text(String parameter, String... choices) {
        return add(parameter, Accepts.TEXT, 0, 0, List.of(choices), "");
    }

    Declared outputs(String... names) {
        outputs = List.of(names);
        return this;
    }

    Declared gives(Gives what) {
        gives = what;
        return this;
    }

    Declared pairwise() {
        pairwise = true;
        return this;
    }

    private Declared add(
            String parameter, Accepts accepts, double least, double most, List<String> choices, String defaultValue) {
        parameters.add(new Parameter(parameter, accepts, least, most, choices, defaultValue));
        return this;
    }

    Function help(String summary, String formula, String warmUp, String source, String example) {
        return new Function(
                name, parameters, outputs, gives, pairwise, new Help(group, summary, formula, warmUp, source, example));
    }
}
