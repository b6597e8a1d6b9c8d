package studio.engine.language.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.engine.indicator.Indicators;

/** The functions that are computed as whole columns, by name. */
final class ColumnFunctions {
    private static final Map<String, ColumnFunction> BY_NAME = new HashMap<>();

    static {
        add(
                "sma",
                List.of(true, false),
                l -> l.whole(1) - 1,
                a -> Indicators.sma(a.numbers(0), a.whole(1)),
                a -> a.isClose(0) ? a.data().sma(a.whole(1)) : null);
        add(
                "ema",
                List.of(true, false),
                l -> l.whole(1) - 1,
                a -> Indicators.ema(a.numbers(0), a.whole(1)),
                a -> a.isClose(0) ? a.data().ema(a.whole(1)) : null);
        add(
                "rsi",
                List.of(true, false),
                l -> l.whole(1),
                a -> Indicators.rsi(a.numbers(0), a.whole(1)),
                a -> a.isClose(0) ? a.data().rsi(a.whole(1)) : null);
        add(
                "stdev",
                List.of(true, false),
                l -> l.whole(1) - 1,
                a -> Indicators.deviation(a.numbers(0), a.whole(1)),
                a -> a.isClose(0) ? a.data().deviation(a.whole(1)) : null);
        add(
                "atr",
                List.of(false),
                l -> l.whole(0),
                a -> a.data().atr(a.whole(0)),
                a -> a.data().atr(a.whole(0)));
        add("highest", List.of(true, false), l -> l.whole(1) - 1, a -> ext(a.numbers(0), a.whole(1), 1), a -> null);
        add("lowest", List.of(true, false), l -> l.whole(1) - 1, a -> ext(a.numbers(0), a.whole(1), -1), a -> null);
    }

    static double[] ext(double[] x, int n, int sign) {
        int[] at = sign > 0
                ? studio.engine.indicator.RollingExtremes.highestBars(x, 0, n)
                : studio.engine.indicator.RollingExtremes.lowestBars(x, 0, n);
        double[] out = new double[x.length];
        for (int i = 0; i < out.length; i++) out[i] = at[i] < 0 ? Double.NaN : x[at[i]];
        return out;
    }

    private ColumnFunctions() {}

    private static void add(
            String name,
            List<Boolean> columns,
            ColumnFunction.WarmUp warmUp,
            ColumnFunction.Compute compute,
            ColumnFunction.Known known) {
        BY_NAME.put(name, new ColumnFunction(name, columns, warmUp, compute, (c, o) -> c, known));
    }

    /**
     * The function of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    static ColumnFunction find(String name) {
        ColumnFunction function = BY_NAME.get(name);
        if (function == null) {
            throw new IllegalArgumentException("function " + name + " is not known");
        }
        return function;
    }
}
