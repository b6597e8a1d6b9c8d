package studio.engine.language.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import studio.engine.indicator.Averages;
import studio.engine.indicator.Band;
import studio.engine.indicator.Directional;
import studio.engine.indicator.Events;
import studio.engine.indicator.Macd;
import studio.engine.indicator.Oscillators;
import studio.engine.indicator.Statistics;
import studio.engine.indicator.Stochastic;
import studio.engine.indicator.Supertrend;
import studio.engine.indicator.Volatility;
import studio.engine.indicator.Volumes;
import studio.engine.language.tree.Expression;
import studio.engine.language.tree.ValueKind;
import studio.engine.market.Candles;
import studio.engine.search.ParameterSet;
import studio.model.market.Timeframe;

/**
 * What a program means, as plainly as it can be written: every expression as an array over all bars, one operation after the
 * other, nothing shared between trials and nothing cut short. The generated classes are held to it.
 */
final class PlainInterpreter {
    private final Candles candles;
    private final ParameterSet parameters;
    private final int bars;
    private final double stop;
    private final Map<Expression, double[]> numbers = new IdentityHashMap<>();
    private final Map<Expression, boolean[]> conditions = new IdentityHashMap<>();
    private final Map<Timeframe, PlainInterpreter> longer = new HashMap<>();

    /** @param stop the distance to the initial stop that rules are asked with */
    PlainInterpreter(Candles candles, ParameterSet parameters, double stop) {
        this.candles = candles;
        this.parameters = parameters;
        this.bars = candles.size();
        this.stop = stop;
    }

    boolean[] anyOf(List<Expression> rules) {
        boolean[] out = new boolean[bars];
        for (Expression rule : rules) {
            boolean[] one = conditions(rule);
            for (int t = 0; t < bars; t++) {
                out[t] |= one[t];
            }
        }
        return out;
    }

    double[] numbers(Expression e) {
        double[] known = numbers.get(e);
        if (known == null) {
            known = finite(computeNumbers(e).clone());
            numbers.put(e, known);
        }
        return known;
    }

    private static double[] finite(double[] values) {
        for (int t = 0; t < values.length; t++) {
            values[t] = Double.isInfinite(values[t]) ? Double.NaN : values[t];
        }
        return values;
    }

    private double[] computeNumbers(Expression e) {
        if (e instanceof Expression.NumberLiteral literal) {
            return filled(literal.value());
        } else if (e instanceof Expression.Input input) {
            return filled(((Number) value(input)).doubleValue());
        } else if (e instanceof Expression.Column column) {
            return column(column);
        } else if (e instanceof Expression.StopDistance) {
            return filled(stop);
        } else if (e instanceof Expression.Unary unary) {
            return each(numbers(unary.operand()), x -> -x);
        } else if (e instanceof Expression.Binary binary) {
            return each(numbers(binary.left()), numbers(binary.right()), arithmetic(binary));
        } else if (e instanceof Expression.Choice choice) {
            boolean[] condition = conditions(choice.condition());
            double[] yes = numbers(choice.whenYes());
            double[] no = numbers(choice.whenNo());
            return IntStream.range(0, bars)
                    .mapToDouble(t -> condition[t] ? yes[t] : no[t])
                    .toArray();
        } else if (e instanceof Expression.Ago ago) {
            double[] of = numbers(ago.of());
            int n = (int) single(ago.bars());
            return IntStream.range(0, bars)
                    .mapToDouble(t -> t < n ? Double.NaN : of[t - n])
                    .toArray();
        } else if (e instanceof Expression.OnTimeframe on) {
            PlainInterpreter series = onTimeframe(on);
            double[] values = series.numbers(on.value());
            return IntStream.range(0, bars)
                    .mapToDouble(t -> {
                        int last = lastClosed(series, t);
                        return last < 0 ? Double.NaN : values[last];
                    })
                    .toArray();
        }
        return call((Expression.Call) e);
    }

    private static DoubleBinaryOperator arithmetic(Expression.Binary binary) {
        return switch (binary.operator()) {
            case ADD -> (x, y) -> x + y;
            case SUBTRACT -> (x, y) -> x - y;
            case MULTIPLY -> (x, y) -> x * y;
            case DIVIDE -> (x, y) -> x / y;
            case REMAINDER -> (x, y) -> x % y;
            default -> throw new IllegalArgumentException(binary.operator().sign());
        };
    }

    boolean[] conditions(Expression e) {
        boolean[] known = conditions.get(e);
        if (known == null) {
            known = computeConditions(e);
            conditions.put(e, known);
        }
        return known;
    }

    private boolean[] computeConditions(Expression e) {
        boolean[] out = new boolean[bars];
        if (e instanceof Expression.YesNoLiteral literal) {
            Arrays.fill(out, literal.value());
        } else if (e instanceof Expression.Input input) {
            Arrays.fill(out, value(input).equals("yes"));
        } else if (e instanceof Expression.Unary unary) {
            boolean[] of = conditions(unary.operand());
            for (int t = 0; t < bars; t++) {
                out[t] = !of[t];
            }
        } else if (e instanceof Expression.Binary binary) {
            compare(binary, out);
        } else if (e instanceof Expression.Choice choice) {
            boolean[] condition = conditions(choice.condition());
            boolean[] yes = conditions(choice.whenYes());
            boolean[] no = conditions(choice.whenNo());
            for (int t = 0; t < bars; t++) {
                out[t] = condition[t] ? yes[t] : no[t];
            }
        } else if (e instanceof Expression.Ago ago) {
            boolean[] of = conditions(ago.of());
            int n = (int) single(ago.bars());
            for (int t = n; t < bars; t++) {
                out[t] = of[t - n];
            }
        } else if (e instanceof Expression.OnTimeframe on) {
            PlainInterpreter series = onTimeframe(on);
            boolean[] values = series.conditions(on.value());
            for (int t = 0; t < bars; t++) {
                int last = lastClosed(series, t);
                out[t] = last >= 0 && values[last];
            }
        } else {
            return event((Expression.Call) e);
        }
        return out;
    }

    private void compare(Expression.Binary binary, boolean[] out) {
        ValueKind kind = binary.left().type().kind();
        if (kind == ValueKind.TEXT) {
            boolean same = text(binary.left()).equals(text(binary.right()));
            Arrays.fill(out, same == (binary.operator().sign().equals("==")));
            return;
        }
        if (kind == ValueKind.YES_NO) {
            boolean[] left = conditions(binary.left());
            boolean[] right = conditions(binary.right());
            for (int t = 0; t < bars; t++) {
                out[t] = switch (binary.operator()) {
                    case AND -> left[t] && right[t];
                    case OR -> left[t] || right[t];
                    case EQUAL -> left[t] == right[t];
                    default -> left[t] != right[t];
                };
            }
            return;
        }
        double[] left = numbers(binary.left());
        double[] right = numbers(binary.right());
        for (int t = 0; t < bars; t++) {
            double x = left[t];
            double y = right[t];
            boolean missing = Double.isNaN(x) || Double.isNaN(y);
            out[t] = !missing
                    && switch (binary.operator()) {
                        case LESS -> x < y;
                        case AT_MOST -> x <= y;
                        case GREATER -> x > y;
                        case AT_LEAST -> x >= y;
                        case EQUAL -> x == y;
                        default -> x != y;
                    };
        }
    }

    private double[] filled(double value) {
        double[] out = new double[bars];
        Arrays.fill(out, value);
        return out;
    }

    private static double[] each(double[] x, DoubleUnaryOperator operation) {
        return Arrays.stream(x).map(operation).toArray();
    }

    private static double[] each(double[] x, double[] y, DoubleBinaryOperator operation) {
        return IntStream.range(0, x.length)
                .mapToDouble(t -> operation.applyAsDouble(x[t], y[t]))
                .toArray();
    }

    /** A single value is the same at each bar. */
    private double single(Expression e) {
        return numbers(e)[0];
    }

    private int whole(Expression e) {
        return (int) single(e);
    }

    private String text(Expression e) {
        if (e instanceof Expression.TextLiteral literal) {
            return literal.value();
        } else if (e instanceof Expression.Choice choice) {
            return conditions(choice.condition())[0] ? text(choice.whenYes()) : text(choice.whenNo());
        }
        return value((Expression.Input) e).toString();
    }

    private Object value(Expression.Input input) {
        Object value = parameters.values().get(input.parameter().name());
        return value == null ? input.parameter().defaultValue() : value;
    }

    private double[] column(Expression.Column column) {
        Candles c = candles;
        return switch (column.column()) {
            case OPEN -> c.open();
            case HIGH -> c.high();
            case LOW -> c.low();
            case CLOSE -> c.close();
            case VOLUME -> c.volume();
            case HL2 -> bars(t -> (c.high()[t] + c.low()[t]) / 2);
            case HLC3 -> bars(t -> (c.high()[t] + c.low()[t] + c.close()[t]) / 3);
            case OHLC4 -> bars(t -> (c.open()[t] + c.high()[t] + c.low()[t] + c.close()[t]) / 4);
            case HOUR -> bars(t -> utc(t).getHour());
            case MINUTE -> bars(t -> utc(t).getMinute());
            case WEEKDAY -> bars(t -> utc(t).getDayOfWeek().getValue());
            case DAY -> bars(t -> utc(t).getDayOfMonth());
            case MONTH -> bars(t -> utc(t).getMonthValue());
            case BAR_INDEX -> bars(t -> t);
        };
    }

    private java.time.ZonedDateTime utc(int t) {
        return java.time.Instant.ofEpochMilli(candles.time()[t]).atZone(java.time.ZoneOffset.UTC);
    }

    private double[] bars(java.util.function.IntToDoubleFunction value) {
        return IntStream.range(0, bars).mapToDouble(value).toArray();
    }

    private PlainInterpreter onTimeframe(Expression.OnTimeframe on) {
        Timeframe timeframe = Timeframe.of(text(on.timeframe()));
        return longer.computeIfAbsent(
                timeframe, to -> new PlainInterpreter(LongerCandles.closed(candles, to), parameters, Double.NaN));
    }

    private int lastClosed(PlainInterpreter series, int t) {
        long closes = candles.time()[t] + candles.timeframe().millis();
        int last = -1;
        for (int i = 0; i < series.bars; i++) {
            if (series.candles.time()[i] + series.candles.timeframe().millis() <= closes) {
                last = i;
            }
        }
        return last;
    }

    private boolean[] event(Expression.Call call) {
        List<Expression> a = call.arguments();
        return switch (call.function().name()) {
            case "rising" -> Events.rising(numbers(a.get(0)), whole(a.get(1)));
            case "falling" -> Events.falling(numbers(a.get(0)), whole(a.get(1)));
            case "crossover" -> Events.crossover(numbers(a.get(0)), numbers(a.get(1)));
            case "crossunder" -> Events.crossunder(numbers(a.get(0)), numbers(a.get(1)));
            case "cross" -> Events.cross(numbers(a.get(0)), numbers(a.get(1)));
            default -> throw new IllegalArgumentException(call.function().name());
        };
    }

    private double[] call(Expression.Call call) {
        List<Expression> a = call.arguments();
        Candles c = candles;
        String out = call.output();
        return switch (call.function().name()) {
            case "abs" -> each(numbers(a.get(0)), Math::abs);
            case "round" -> each(numbers(a.get(0)), x -> Math.floor(x + 0.5));
            case "floor" -> each(numbers(a.get(0)), Math::floor);
            case "ceil" -> each(numbers(a.get(0)), Math::ceil);
            case "sqrt" -> each(numbers(a.get(0)), Math::sqrt);
            case "log" -> each(numbers(a.get(0)), StrictMath::log);
            case "exp" -> each(numbers(a.get(0)), StrictMath::exp);
            case "sign" -> each(numbers(a.get(0)), Math::signum);
            case "min" -> pairs(a, Math::min);
            case "max" -> pairs(a, Math::max);
            case "nz" -> each(numbers(a.get(0)), numbers(a.get(1)), (x, y) -> Double.isNaN(x) ? y : x);
            case "sma" -> Averages.sma(numbers(a.get(0)), whole(a.get(1)));
            case "ema" -> Averages.ema(numbers(a.get(0)), whole(a.get(1)));
            case "rma" -> Averages.rma(numbers(a.get(0)), whole(a.get(1)));
            case "wma" -> Averages.wma(numbers(a.get(0)), whole(a.get(1)));
            case "hma" -> Averages.hma(numbers(a.get(0)), whole(a.get(1)));
            case "vwma" -> Averages.vwma(numbers(a.get(0)), c.volume(), whole(a.get(1)));
            case "dema" -> Averages.dema(numbers(a.get(0)), whole(a.get(1)));
            case "tema" -> Averages.tema(numbers(a.get(0)), whole(a.get(1)));
            case "kama" -> Averages.kama(numbers(a.get(0)), whole(a.get(1)), whole(a.get(2)), whole(a.get(3)));
            case "ma" -> ma(text(a.get(0)), numbers(a.get(1)), whole(a.get(2)));
            case "rsi" -> Oscillators.rsi(numbers(a.get(0)), whole(a.get(1)));
            case "macd" ->
                macd(out, Oscillators.macd(numbers(a.get(0)), whole(a.get(1)), whole(a.get(2)), whole(a.get(3))));
            case "stoch" ->
                stoch(
                        out,
                        Oscillators.stoch(
                                c.high(), c.low(), c.close(), whole(a.get(0)), whole(a.get(1)), whole(a.get(2))));
            case "cci" -> Oscillators.cci(numbers(a.get(0)), whole(a.get(1)));
            case "mfi" -> Oscillators.mfi(numbers(a.get(0)), c.volume(), whole(a.get(1)));
            case "roc" -> Oscillators.roc(numbers(a.get(0)), whole(a.get(1)));
            case "mom" -> Oscillators.mom(numbers(a.get(0)), whole(a.get(1)));
            case "percentrank" -> Oscillators.percentRank(numbers(a.get(0)), whole(a.get(1)));
            case "zscore" -> Oscillators.zScore(numbers(a.get(0)), whole(a.get(1)));
            case "adx" -> Directional.adx(c.high(), c.low(), c.close(), whole(a.get(0)));
            case "di_plus" -> Directional.plus(c.high(), c.low(), c.close(), whole(a.get(0)));
            case "di_minus" -> Directional.minus(c.high(), c.low(), c.close(), whole(a.get(0)));
            case "atr" -> Volatility.atr(c.high(), c.low(), c.close(), whole(a.get(0)));
            case "tr" -> Volatility.tr(c.high(), c.low(), c.close());
            case "stdev" -> Volatility.stdev(numbers(a.get(0)), whole(a.get(1)));
            case "variance" -> Volatility.variance(numbers(a.get(0)), whole(a.get(1)));
            case "bollinger" -> band(out, Volatility.bollinger(numbers(a.get(0)), whole(a.get(1)), single(a.get(2))));
            case "keltner" ->
                band(
                        out,
                        Volatility.keltner(
                                numbers(a.get(0)), c.high(), c.low(), c.close(), whole(a.get(1)), single(a.get(2))));
            case "donchian" -> band(out, Volatility.donchian(c.high(), c.low(), whole(a.get(0))));
            case "supertrend" ->
                trend(out, Volatility.supertrend(c.high(), c.low(), c.close(), single(a.get(0)), whole(a.get(1))));
            case "psar" -> Volatility.psar(c.high(), c.low(), single(a.get(0)), single(a.get(1)), single(a.get(2)));
            case "obv" -> Volumes.obv(c.close(), c.volume());
            case "vwap" -> Volumes.vwap(c.clock(), c.time(), c.high(), c.low(), c.close(), c.volume());
            case "linreg" -> Statistics.linreg(numbers(a.get(0)), whole(a.get(1)), whole(a.get(2)));
            case "correlation" -> Statistics.correlation(numbers(a.get(0)), numbers(a.get(1)), whole(a.get(2)));
            case "highest" -> Statistics.highest(numbers(a.get(0)), whole(a.get(1)));
            case "lowest" -> Statistics.lowest(numbers(a.get(0)), whole(a.get(1)));
            case "highestbars" -> Statistics.highestBars(numbers(a.get(0)), whole(a.get(1)));
            case "lowestbars" -> Statistics.lowestBars(numbers(a.get(0)), whole(a.get(1)));
            case "sum" -> Statistics.sum(numbers(a.get(0)), whole(a.get(1)));
            case "change" -> Statistics.change(numbers(a.get(0)), whole(a.get(1)));
            case "barssince" -> Events.barsSince(conditions(a.get(0)));
            case "valuewhen" -> Events.valueWhen(conditions(a.get(0)), numbers(a.get(1)), whole(a.get(2)));
            case "pivothigh" -> Events.pivotHigh(numbers(a.get(0)), whole(a.get(1)), whole(a.get(2)));
            case "pivotlow" -> Events.pivotLow(numbers(a.get(0)), whole(a.get(1)), whole(a.get(2)));
            default -> throw new IllegalArgumentException(call.function().name());
        };
    }

    private double[] pairs(List<Expression> arguments, DoubleBinaryOperator operation) {
        double[] out = numbers(arguments.get(0));
        for (Expression argument : arguments.subList(1, arguments.size())) {
            out = each(out, numbers(argument), operation);
        }
        return out;
    }

    private double[] ma(String kind, double[] x, int length) {
        return switch (kind) {
            case "sma" -> Averages.sma(x, length);
            case "ema" -> Averages.ema(x, length);
            case "rma" -> Averages.rma(x, length);
            case "wma" -> Averages.wma(x, length);
            case "hma" -> Averages.hma(x, length);
            case "vwma" -> Averages.vwma(x, candles.volume(), length);
            case "dema" -> Averages.dema(x, length);
            case "tema" -> Averages.tema(x, length);
            default -> Averages.kama(x, length, 2, 30);
        };
    }

    private static double[] macd(String output, Macd macd) {
        return output.equals("line") ? macd.line() : output.equals("signal") ? macd.signal() : macd.histogram();
    }

    private static double[] stoch(String output, Stochastic stoch) {
        return output.equals("k") ? stoch.k() : stoch.d();
    }

    private static double[] band(String output, Band band) {
        return output.equals("middle") ? band.middle() : output.equals("upper") ? band.upper() : band.lower();
    }

    private static double[] trend(String output, Supertrend trend) {
        return output.equals("line") ? trend.line() : trend.direction();
    }
}
