package studio.engine.language.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.engine.language.tree.BinaryOperator;
import studio.engine.language.tree.Expression;
import studio.engine.language.tree.SeriesColumn;
import studio.engine.language.tree.UnaryOperator;
import studio.engine.language.tree.ValueKind;

/**
 * Puts a typed tree into the graph. {@code x[n]} of a column reads the column {@code n} bars before; of a small expression it
 * is that expression with all of its reads moved; of anything else the expression becomes a column first. So the
 * nodes stay in proportion to the text, however its definitions use each other.
 */
final class Lowering {
    /** Operations that are rather done again for another bar than written down as a column. */
    private static final int MOVED_AT_MOST = 16;

    private static final Map<String, Operation> OF_ONE = Map.of(
            "abs", Operation.ABS,
            "round", Operation.ROUND,
            "floor", Operation.FLOOR,
            "ceil", Operation.CEIL,
            "sqrt", Operation.SQRT,
            "log", Operation.LOG,
            "exp", Operation.EXP,
            "sign", Operation.SIGN);

    private final Graph graph;
    private final Map<Expression, Node> singles = new IdentityHashMap<>();
    private final Map<Expression, Map<Place, Node>> bars = new IdentityHashMap<>();
    private final Set<Expression> written = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Expression, Boolean> whole = new IdentityHashMap<>();
    private final Map<Expression, Map<Integer, Node>> columns = new IdentityHashMap<>();

    Lowering(Graph graph) {
        this.graph = graph;
    }

    /** Where a bar's value is read. */
    private record Place(int scope, @Nullable Node bars) {}

    private static final Place HERE = new Place(0, null);

    /** The value of that expression at a bar of the run's series. */
    Node bar(Expression expression) {
        return at(expression, HERE);
    }

    /** A value of the trial. */
    Node single(Expression e) {
        Node known = singles.get(e);
        if (known == null) {
            known = singleNode(e);
            singles.put(e, known);
        }
        return known;
    }

    private Node singleNode(Expression e) {
        if (e instanceof Expression.NumberLiteral literal) {
            return graph.number(literal.value());
        } else if (e instanceof Expression.TextLiteral literal) {
            return graph.leaf(Operation.TEXT, literal.value(), ValueKind.TEXT);
        } else if (e instanceof Expression.YesNoLiteral literal) {
            return graph.leaf(Operation.YES_NO, literal.value(), ValueKind.YES_NO);
        } else if (e instanceof Expression.Input input) {
            return graph.leaf(Operation.INPUT, input.parameter(), input.type().kind());
        } else if (e instanceof Expression.Ago ago) {
            return single(ago.of());
        } else if (e instanceof Expression.Unary unary) {
            return graph.single(operation(unary.operator()), e.type().kind(), single(unary.operand()));
        } else if (e instanceof Expression.Binary binary) {
            return compare(binary.operator(), single(binary.left()), single(binary.right()), HERE);
        } else if (e instanceof Expression.Choice choice) {
            return graph.single(
                    Operation.CHOICE,
                    e.type().kind(),
                    single(choice.condition()),
                    single(choice.whenYes()),
                    single(choice.whenNo()));
        } else if (e instanceof Expression.Call call) {
            Node node = arithmetic(call, HERE);
            if (node != null && node.single) {
                return node;
            }
        }
        throw new IllegalArgumentException("not a single value: " + e.getClass().getSimpleName());
    }

    private Node at(Expression e, Place place) {
        if (!e.type().series() && !(e instanceof Expression.StopDistance)) {
            return single(e);
        }
        if (written.contains(e)) {
            return graph.load(column(e, place.scope), place.bars);
        }
        Map<Place, Node> places = bars.computeIfAbsent(e, key -> new HashMap<>());
        Node known = places.get(place);
        if (known == null) {
            known = barNode(e, place);
            places.put(place, known);
        }
        return known;
    }

    private Node barNode(Expression e, Place place) {
        if (isBarIndex(e)) {
            return place.bars == null
                    ? graph.bar(Operation.BAR_INDEX, ValueKind.NUMBER, place.scope)
                    : graph.load(column(e, place.scope), place.bars);
        }
        if (isColumn(e)) {
            return graph.load(column(e, place.scope), place.bars);
        }
        if (e instanceof Expression.Ago ago) {
            return ago(ago.of(), single(ago.bars()), place);
        } else if (e instanceof Expression.Unary unary) {
            return make(operation(unary.operator()), e.type().kind(), place, at(unary.operand(), place));
        } else if (e instanceof Expression.Binary binary) {
            return compare(binary.operator(), at(binary.left(), place), at(binary.right(), place), place);
        } else if (e instanceof Expression.Choice choice) {
            return make(
                    Operation.CHOICE,
                    e.type().kind(),
                    place,
                    at(choice.condition(), place),
                    at(choice.whenYes(), place),
                    at(choice.whenNo(), place));
        } else if (e instanceof Expression.StopDistance) {
            return graph.bar(Operation.STOP, ValueKind.NUMBER, place.scope);
        } else if (e instanceof Expression.Call call) {
            return Objects.requireNonNull(arithmetic(call, place));
        }
        throw new IllegalStateException(e.getClass().getSimpleName());
    }

    /** The value so many bars before the place. */
    private Node ago(Expression of, Node bars, Place place) {
        if (!of.type().series()) {
            return single(of);
        }
        Node total = place.bars == null ? bars : sum(place.bars, bars);
        if (isZero(total)) {
            return at(of, place);
        }
        if (isColumn(of) || !movesAlong(of)) {
            return graph.load(column(of, place.scope), total);
        }
        Node moved = at(of, new Place(place.scope, total));
        return moved.operation == Operation.LOAD
                ? moved
                : graph.bar(Operation.GUARD, moved.kind, place.scope, total, moved);
    }

    /** Whether an expression that is no column is computed again for an earlier bar. */
    private boolean movesAlong(Expression of) {
        return !isBarIndex(of) && left(of, MOVED_AT_MOST) >= 0;
    }

    /**
     * Finds what is written down as a column somewhere, so that it is read from there everywhere.
     *
     * @param roots all that will be lowered
     */
    void foresee(List<Expression> roots) {
        Set<Expression> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Expression> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            Expression e = open.pop();
            if (!seen.add(e)) {
                continue;
            }
            if (e instanceof Expression.Ago ago) {
                foreseeMove(ago.of());
                open.push(ago.of());
            } else if (e instanceof Expression.Unary unary) {
                open.push(unary.operand());
            } else if (e instanceof Expression.Binary binary) {
                open.push(binary.left());
                open.push(binary.right());
            } else if (e instanceof Expression.Choice choice) {
                open.push(choice.condition());
                open.push(choice.whenYes());
                open.push(choice.whenNo());
            } else if (e instanceof Expression.OnTimeframe on) {
                foreseeColumn(on.value());
                open.push(on.value());
            } else if (e instanceof Expression.Call call) {
                foreseeArguments(call);
                call.arguments().forEach(open::push);
            }
        }
    }

    private void foreseeArguments(Expression.Call call) {
        String name = call.function().name();
        if (Pointwise.MOVING.contains(name)) {
            call.arguments().forEach(this::foreseeMove);
        } else if (!Pointwise.NAMES.contains(name)) {
            call.arguments().forEach(this::foreseeColumn);
        }
    }

    private void foreseeMove(Expression of) {
        if (of.type().series() && !movesAlong(of)) {
            foreseeColumn(of);
        }
    }

    private void foreseeColumn(Expression e) {
        if (e.type().series() && !isColumn(e) && !isBarIndex(e) && !(e instanceof Expression.StopDistance)) {
            written.add(e);
        }
    }

    private Node sum(Node a, Node b) {
        if (a.detail instanceof Double x && b.detail instanceof Double y) {
            return graph.number(x + y);
        }
        return graph.single(Operation.ADD, ValueKind.NUMBER, a, b);
    }

    private static boolean isZero(Node node) {
        return node.detail instanceof Double value && value == 0;
    }

    /** What is left of so many operations after those of the expression; below 0 where they are not enough or bars move. */
    private int left(Expression e, int most) {
        if (most < 0 || !e.type().series() || isColumn(e)) {
            return most - 1;
        } else if (e instanceof Expression.Ago ago) {
            return isColumn(ago.of()) ? most - 1 : -1;
        } else if (e instanceof Expression.Unary unary) {
            return left(unary.operand(), most - 1);
        } else if (e instanceof Expression.Binary binary) {
            return left(binary.right(), left(binary.left(), most - 1));
        } else if (e instanceof Expression.Choice choice) {
            return left(choice.whenNo(), left(choice.whenYes(), left(choice.condition(), most - 1)));
        } else if (e instanceof Expression.Call call) {
            int rest = most - 1;
            for (Expression argument : call.arguments()) {
                boolean moves = Pointwise.MOVING.contains(call.function().name())
                        && argument.type().series()
                        && !isColumn(argument);
                rest = moves ? -1 : left(argument, rest);
            }
            return rest;
        }
        return -1;
    }

    /** Whether the expression's values are a whole column already: of the series, of an indicator, of a longer timeframe. */
    private boolean isColumn(Expression e) {
        Boolean known = whole.get(e);
        if (known == null) {
            known = isWholeColumn(e);
            whole.put(e, known);
        }
        return known;
    }

    private boolean isWholeColumn(Expression e) {
        if (e instanceof Expression.Column || e instanceof Expression.OnTimeframe) {
            return !isBarIndex(e);
        } else if (e instanceof Expression.Call call) {
            return call.type().series()
                    && !Pointwise.NAMES.contains(call.function().name())
                    && !isSum(call);
        } else if (e instanceof Expression.Choice choice) {
            return !choice.condition().type().series() && isColumn(choice.whenYes()) && isColumn(choice.whenNo());
        }
        return false;
    }

    private static boolean isBarIndex(Expression e) {
        return e instanceof Expression.Column column && column.column() == SeriesColumn.BAR_INDEX;
    }

    /** A band's edge is a sum of columns that do not depend on its width. */
    private static boolean isSum(Expression.Call call) {
        String name = call.function().name();
        return (name.equals("bollinger") || name.equals("keltner"))
                && !call.output().equals("middle");
    }

    private Node column(Expression e, int scope) {
        Map<Integer, Node> scopes = columns.computeIfAbsent(e, key -> new HashMap<>());
        Node known = scopes.get(scope);
        if (known == null) {
            known = columnNode(e, scope);
            scopes.put(scope, known);
        }
        return known;
    }

    private Node columnNode(Expression e, int scope) {
        ValueKind kind = e.type().kind();
        if (e instanceof Expression.Column column) {
            return graph.column(Operation.SERIES, column.column(), kind, scope);
        } else if (e instanceof Expression.OnTimeframe on) {
            int longer = graph.scopeOf(single(on.timeframe()));
            return graph.column(Operation.ON, longer, kind, scope, column(on.value(), longer));
        } else if (isColumn(e) && e instanceof Expression.Choice choice) {
            return graph.column(
                    Operation.SELECT,
                    null,
                    kind,
                    scope,
                    single(choice.condition()),
                    column(choice.whenYes(), scope),
                    column(choice.whenNo(), scope));
        } else if (isColumn(e) && e instanceof Expression.Call call) {
            return call(call.function().name(), call.output(), kind, scope, call.arguments());
        }
        Node value = e.type().series() ? barNode(e, new Place(scope, null)) : single(e);
        boolean isColumnAlready = value.operation == Operation.LOAD && value.arguments.size() == 1;
        return isColumnAlready ? value.argument(0) : graph.column(Operation.FILL, null, kind, scope, value);
    }

    private Node call(String name, String output, ValueKind kind, int scope, List<Expression> arguments) {
        List<Node> nodes = new ArrayList<>();
        ColumnFunction function = ColumnFunctions.find(name);
        for (int i = 0; i < arguments.size(); i++) {
            nodes.add(function.takesColumn(i) ? column(arguments.get(i), scope) : single(arguments.get(i)));
        }
        return graph.column(Operation.CALL, new Node.Called(function, output), kind, scope, nodes.toArray(new Node[0]));
    }

    /** A function that is computed bar by bar; null for one that is a column. */
    private @Nullable Node arithmetic(Expression.Call call, Place place) {
        String name = call.function().name();
        List<Expression> a = call.arguments();
        Operation ofOne = OF_ONE.get(name);
        if (ofOne != null) {
            return make(ofOne, ValueKind.NUMBER, place, at(a.get(0), place));
        }
        return switch (name) {
            case "min" -> folded(Operation.MIN, a, place);
            case "max" -> folded(Operation.MAX, a, place);
            case "nz" -> make(Operation.NZ, ValueKind.NUMBER, place, at(a.get(0), place), at(a.get(1), place));
            case "change", "mom" ->
                make(
                        Operation.SUBTRACT,
                        ValueKind.NUMBER,
                        place,
                        at(a.get(0), place),
                        ago(a.get(0), single(a.get(1)), place));
            case "crossover" -> crossover(a.get(0), a.get(1), place);
            case "crossunder" -> crossover(a.get(1), a.get(0), place);
            case "cross" ->
                make(
                        Operation.OR,
                        ValueKind.YES_NO,
                        place,
                        crossover(a.get(0), a.get(1), place),
                        crossover(a.get(1), a.get(0), place));
            case "bollinger" -> edge("sma", "stdev", call, place);
            case "keltner" -> edge("ema", "atr", call, place);
            default -> null;
        };
    }

    private Node folded(Operation operation, List<Expression> arguments, Place place) {
        Node node = at(arguments.get(0), place);
        for (Expression argument : arguments.subList(1, arguments.size())) {
            node = make(operation, ValueKind.NUMBER, place, node, at(argument, place));
        }
        return node;
    }

    /** Above now, and not above one bar before. */
    private Node crossover(Expression above, Expression below, Place place) {
        Node one = graph.number(1);
        Node before = make(Operation.AT_MOST, ValueKind.YES_NO, place, ago(above, one, place), ago(below, one, place));
        Node now = make(Operation.LESS, ValueKind.YES_NO, place, at(below, place), at(above, place));
        return make(Operation.AND, ValueKind.YES_NO, place, now, before);
    }

    private Node edge(String middle, String spread, Expression.Call call, Place place) {
        List<Expression> a = call.arguments();
        List<Expression> sized = List.of(a.get(0), a.get(1));
        Node centre = graph.load(call(middle, "value", ValueKind.NUMBER, place.scope, sized), place.bars);
        Node around = graph.load(
                call(spread, "value", ValueKind.NUMBER, place.scope, spread.equals("atr") ? List.of(a.get(1)) : sized),
                place.bars);
        Node distance = make(Operation.MULTIPLY, ValueKind.NUMBER, place, single(a.get(2)), around);
        Operation way = call.output().equals("upper") ? Operation.ADD : Operation.SUBTRACT;
        return make(way, ValueKind.NUMBER, place, centre, distance);
    }

    private Node compare(BinaryOperator operator, Node left, Node right, Place place) {
        boolean answers = left.kind == ValueKind.YES_NO;
        boolean texts = left.kind == ValueKind.TEXT;
        Operation equal = answers ? Operation.SAME_ANSWER : texts ? Operation.SAME_TEXT : Operation.EQUAL;
        return switch (operator) {
            case ADD -> make(Operation.ADD, ValueKind.NUMBER, place, left, right);
            case SUBTRACT -> make(Operation.SUBTRACT, ValueKind.NUMBER, place, left, right);
            case MULTIPLY -> make(Operation.MULTIPLY, ValueKind.NUMBER, place, left, right);
            case DIVIDE -> make(Operation.DIVIDE, ValueKind.NUMBER, place, left, right);
            case REMAINDER -> make(Operation.REMAINDER, ValueKind.NUMBER, place, left, right);
            case LESS -> make(Operation.LESS, ValueKind.YES_NO, place, left, right);
            case AT_MOST -> make(Operation.AT_MOST, ValueKind.YES_NO, place, left, right);
            case GREATER -> make(Operation.LESS, ValueKind.YES_NO, place, right, left);
            case AT_LEAST -> make(Operation.AT_MOST, ValueKind.YES_NO, place, right, left);
            case EQUAL -> make(equal, ValueKind.YES_NO, place, left, right);
            case NOT_EQUAL ->
                equal == Operation.EQUAL
                        ? make(Operation.NOT_EQUAL, ValueKind.YES_NO, place, left, right)
                        : make(
                                Operation.NOT,
                                ValueKind.YES_NO,
                                place,
                                make(equal, ValueKind.YES_NO, place, left, right));
            case AND -> make(Operation.AND, ValueKind.YES_NO, place, left, right);
            case OR -> make(Operation.OR, ValueKind.YES_NO, place, left, right);
        };
    }

    private Node make(Operation operation, ValueKind kind, Place place, Node... arguments) {
        for (Node argument : arguments) {
            if (!argument.single) {
                return graph.bar(operation, kind, place.scope, arguments);
            }
        }
        return graph.single(operation, kind, arguments);
    }

    private static Operation operation(UnaryOperator operator) {
        return operator == UnaryOperator.NEGATE ? Operation.NEGATE : Operation.NOT;
    }
}
