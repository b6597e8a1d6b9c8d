package studio.engine.language.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;

/**
 * A function that is computed as a whole column.
 *
 * @param columnArguments for each argument whether it is a column; the others are single values
 * @param warmUp bars without a value beyond those of the arguments
 * @param compute the column, or a record of columns
 * @param output one column of what {@code compute} gave, by the output's name
 */
record ColumnFunction(
        String name, List<Boolean> columnArguments, WarmUp warmUp, Compute compute, Output output, Known known) {

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

    interface Compute {
        Object of(Arguments arguments);
    }

    interface Output {
        Object of(Object computed, String name);
    }

    /** A column that the cache has under a name of its own, for built-in strategies too; null for none. */
    interface Known {
        double @Nullable [] of(Arguments arguments);
    }

    /** What one call is given. */
    interface Arguments {
        IndicatorCache data();

        Candles candles();

        double[] numbers(int argument);

        boolean[] conditions(int argument);

        /**
         * @throws IllegalArgumentException when it is not whole, or not in 0..5,000
         */
        int whole(int argument);

        double number(int argument);

        String text(int argument);

        /** Whether that argument is the close itself. */
        boolean isClose(int argument);
    }
}
