package studio.engine.language.run;

import org.jspecify.annotations.Nullable;
import studio.engine.indicator.IndicatorCache;
import studio.engine.language.function.Function;
import studio.engine.language.function.Function.Accepts;
import studio.engine.language.function.Functions;
import studio.engine.market.Candles;

/**
 * A function that is computed as a whole column.
 *
 * @param warmUp bars without a value beyond those of the arguments
 * @param compute the columns of all outputs
 * @param known a column that the cache has under a name of its own
 */
record ColumnFunction(Function function, WarmUp warmUp, Compute compute, Known known) {

    static ColumnFunction of(String name, WarmUp warmUp, Compute compute) {
        Function function = Functions.find(name)
                .orElseThrow(() -> new IllegalArgumentException("function " + name + " is not known"));
        return new ColumnFunction(function, warmUp, compute, arguments -> null);
    }

    /** The same, taken from the cache where built-in strategies keep it too. */
    ColumnFunction known(Known column) {
        return new ColumnFunction(function, warmUp, compute, column);
    }

    String name() {
        return function.name();
    }

    /** Whether that argument is a column; else it is a single value. */
    boolean takesColumn(int argument) {
        Accepts accepts = function.parameters().get(argument).accepts();
        return accepts == Accepts.NUMBERS || accepts == Accepts.CONDITIONS;
    }

    /** Bars without a value at the start. */
    interface WarmUp {
        int bars(Lengths lengths);
    }

    /** Single arguments of a call, or the largest that they may become. */
    interface Lengths {
        /** The output that is asked for. */
        String output();

        /** The whole number of that argument. */
        int whole(int argument);

        /** The text of that argument; null where it is not known. */
        @Nullable
        String text(int argument);
    }

    /** Computes a column, {@code double[]} or {@code boolean[]}, or several of numbers in the order of the function's outputs. */
    interface Compute {
        Object of(Arguments arguments);
    }

    /** Finds a column under another name; null for none. */
    interface Known {
        double @Nullable [] of(Arguments arguments);
    }

    /** What one call is given. */
    interface Arguments {
        IndicatorCache data();

        default Candles candles() {
            return data().candles();
        }

        double[] numbers(int argument);

        boolean[] conditions(int argument);

        /** A whole number in the parameter's range. */
        int whole(int argument);

        /** A number in the parameter's range. */
        double number(int argument);

        String text(int argument);

        /** Whether that argument is the close itself. */
        boolean isClose(int argument);
    }
}
