package studio.engine.language.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The functions that are computed as whole columns, by name. */
final class ColumnFunctions {
    private static final Map<String, ColumnFunction> BY_NAME = new HashMap<>();

    static {
        for (List<ColumnFunction> family : List.of(
                AverageColumns.all(),
                OscillatorColumns.all(),
                VolatilityColumns.all(),
                StatisticColumns.all(),
                EventColumns.all())) {
            family.forEach(function -> BY_NAME.put(function.name(), function));
        }
    }

    private ColumnFunctions() {}

    /**
     * The function of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    static ColumnFunction find(String name) {
        ColumnFunction function = BY_NAME.get(name);
        if (function == null) {
            throw new IllegalArgumentException("function " + name + " cannot be computed");
        }
        return function;
    }
}
