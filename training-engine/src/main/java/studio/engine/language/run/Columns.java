package studio.engine.language.run;

import java.util.List;
import java.util.Objects;
import studio.engine.indicator.IndicatorCache;
import studio.engine.language.function.Function;
import studio.engine.language.tree.SeriesColumn;
import studio.engine.market.Candles;

/**
 * Gets the columns that a trial reads. One whose inputs can be set in few ways is kept by the cache that all trials share; one
 * that hardly another trial will ask for, since it depends on a real number that may be anything, is computed for its trial and
 * forgotten with it: it would push the others out of the cache.
 */
final class Columns {
    /** A search has rarely more trials; so many columns of one kind are worth keeping. */
    static final int MOST_SHARED = 4_096;

    private final Plan plan;
    private final Fused fused;
    private final Values values;
    private final Keys keys;
    private final Frame frame;
    private final IndicatorCache data;

    Columns(Plan plan, Fused fused, Values values, Frame frame, IndicatorCache data) {
        this.plan = plan;
        this.fused = fused;
        this.values = values;
        this.keys = new Keys(plan, values);
        this.frame = frame;
        this.data = data;
    }

    /** Puts the column into its place in the frame, with all that it needs itself. */
    void bind(Node column) {
        get(column);
    }

    private Object get(Node column) {
        boolean conditions = column.isCondition();
        Object known = conditions ? frame.conditions[column.slot] : frame.columns[column.slot];
        if (known != null) {
            return known;
        }
        Object made = make(column);
        if (conditions) {
            frame.conditions[column.slot] = (boolean[]) made;
        } else {
            frame.columns[column.slot] = (double[]) made;
        }
        return made;
    }

    private Object make(Node column) {
        return switch (column.operation) {
            case SERIES -> SeriesColumns.of(data(column.scope), (SeriesColumn) Objects.requireNonNull(column.detail));
            case SELECT -> get(values.answer(column.argument(0)) ? column.argument(1) : column.argument(2));
            case CALL -> call(column);
            case FILL -> fill(column);
            case ON -> longer(column);
            default -> throw new IllegalStateException(column.operation + " is no column");
        };
    }

    private IndicatorCache data(int scope) {
        return scope == 0 ? data : longer(scope).data();
    }

    private LongerSeries longer(int scope) {
        return LongerSeries.of(data, values.text(plan.graph.timeframes().get(scope - 1)));
    }

    private boolean isShared(Node column) {
        return Keys.variants(column, plan.graph) <= MOST_SHARED;
    }

    private Object call(Node column) {
        Node.Called called = (Node.Called) Objects.requireNonNull(column.detail);
        ColumnFunction function = called.function();
        // What a column needs is read before it is asked for: the cache computes one thing at a time.
        for (int i = 0; i < column.arguments.size(); i++) {
            if (column.argument(i).isColumn()) {
                get(column.argument(i));
            }
        }
        IndicatorCache own = data(column.scope);
        CallArguments arguments = new CallArguments(function, column.arguments, own);
        double[] known = function.known().of(arguments);
        if (known != null) {
            return known;
        }
        Object computed = isShared(column)
                ? own.shared("text " + keys.of(column), Object.class, () -> computed(function, arguments))
                : computed(function, arguments);
        return computed instanceof double[][] several
                ? several[function.function().outputs().indexOf(called.output())]
                : computed;
    }

    private static Object computed(ColumnFunction function, CallArguments arguments) {
        Object computed = function.compute().of(arguments);
        if (computed instanceof double[] numbers) {
            return Arithmetic.finite(numbers);
        }
        if (computed instanceof double[][] several) {
            for (double[] numbers : several) {
                Arithmetic.finite(numbers);
            }
        }
        return computed;
    }

    private Object fill(Node column) {
        Node value = column.argument(0);
        for (Node read : (column.isCondition() ? plan.conditionFills : plan.numberFills).get(column.fill).columns) {
            get(read);
        }
        IndicatorCache own = data(column.scope);
        return isShared(column)
                ? own.shared("text " + keys.of(value), Object.class, () -> filled(column, own.candles()))
                : filled(column, own.candles());
    }

    private Object filled(Node column, Candles candles) {
        if (column.isCondition()) {
            boolean[] out = new boolean[candles.size()];
            fused.fillConditions(column.fill, frame, out, out.length);
            return out;
        }
        double[] out = new double[candles.size()];
        fused.fillNumbers(column.fill, frame, out, out.length);
        return out;
    }

    private Object longer(Node column) {
        Node inner = column.argument(0);
        Object values = get(inner);
        LongerSeries series = longer(inner.scope);
        String timeframe = this.values.text(plan.graph.timeframes().get(inner.scope - 1));
        return isShared(column)
                ? data.shared("on " + timeframe + " " + keys.of(inner), Object.class, () -> spread(series, values))
                : spread(series, values);
    }

    private static Object spread(LongerSeries series, Object column) {
        return column instanceof double[] numbers ? series.spread(numbers) : series.spread((boolean[]) column);
    }

    /** The arguments of a call, all of them there already. */
    private final class CallArguments implements ColumnFunction.Arguments {
        private final ColumnFunction function;
        private final List<Node> arguments;
        private final IndicatorCache data;

        CallArguments(ColumnFunction function, List<Node> arguments, IndicatorCache data) {
            this.function = function;
            this.arguments = arguments;
            this.data = data;
        }

        @Override
        public IndicatorCache data() {
            return data;
        }

        @Override
        public double[] numbers(int argument) {
            return frame.columns[arguments.get(argument).slot];
        }

        @Override
        public boolean[] conditions(int argument) {
            return frame.conditions[arguments.get(argument).slot];
        }

        @Override
        public int whole(int argument) {
            double value = number(argument);
            if (value != Math.rint(value)) {
                throw refused(argument, "a whole number");
            }
            return (int) value;
        }

        @Override
        public double number(int argument) {
            double value = values.number(arguments.get(argument));
            Function.Parameter parameter = function.function().parameters().get(argument);
            if (!(value >= parameter.least() && value <= parameter.most())) {
                throw refused(argument, Values.shown(parameter.least()) + " to " + Values.shown(parameter.most()));
            }
            return value;
        }

        private IllegalArgumentException refused(int argument, String allowed) {
            String parameter = function.function().parameters().get(argument).name();
            double value = values.number(arguments.get(argument));
            return new IllegalArgumentException(function.name() + ": " + parameter + " is "
                    + (Double.isNaN(value) ? "missing" : Values.shown(value)) + ", but " + allowed + " is allowed");
        }

        @Override
        public String text(int argument) {
            return values.text(arguments.get(argument));
        }

        @Override
        public boolean isClose(int argument) {
            Node node = arguments.get(argument);
            return node.operation == Operation.SERIES && node.detail == SeriesColumn.CLOSE;
        }
    }
}
