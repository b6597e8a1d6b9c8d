package studio.engine.language.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import studio.engine.language.tree.ValueKind;
import studio.model.strategy.ParameterInfo;

/**
 * The nodes of one text, equal ones once. What would make one bar's code too large for the virtual machine's compiler is
 * written down as a column instead, so that no method grows beyond a bound, whatever the text. Used by one thread while it grows.
 */
final class Graph {
    /** HotSpot does not compile methods beyond 8,000 bytes; an operation takes about ten. */
    private static final int MOST_OF_ONE_METHOD = 300;

    private final List<ParameterInfo> inputs;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Key, Node> known = new HashMap<>();
    /** The timeframe of each scope beyond the first. */
    private final List<Node> timeframes = new ArrayList<>();

    Graph(List<ParameterInfo> inputs) {
        this.inputs = inputs;
    }

    private record Key(
            Operation operation,
            List<Integer> arguments,
            @Nullable Object detail,
            ValueKind kind,
            int scope) {}

    List<Node> nodes() {
        return nodes;
    }

    List<ParameterInfo> inputs() {
        return inputs;
    }

    List<Node> timeframes() {
        return timeframes;
    }

    /** The scope of candles of that timeframe, a single text. */
    int scopeOf(Node timeframe) {
        int index = timeframes.indexOf(timeframe);
        if (index < 0) {
            timeframes.add(timeframe);
            return timeframes.size();
        }
        return index + 1;
    }

    Node number(double value) {
        return add(Operation.NUMBER, List.of(), value, ValueKind.NUMBER, true, 0);
    }

    /** A literal or an input. */
    Node leaf(Operation operation, Object detail, ValueKind kind) {
        return add(operation, List.of(), detail, kind, true, 0);
    }

    /** A value of the trial from others. */
    Node single(Operation operation, ValueKind kind, Node... arguments) {
        return add(operation, List.of(arguments), null, kind, true, 0);
    }

    /** A value of a bar. */
    Node bar(Operation operation, ValueKind kind, int scope, Node... arguments) {
        Node[] bounded = arguments.clone();
        while (total(bounded) > MOST_OF_ONE_METHOD) {
            int largest = largestWithoutStop(bounded);
            if (largest < 0) {
                break;
            }
            bounded[largest] = load(column(Operation.FILL, null, bounded[largest].kind, scope, bounded[largest]), null);
        }
        return add(operation, List.of(bounded), null, kind, false, scope);
    }

    Node load(Node column, @Nullable Node bars) {
        List<Node> arguments = bars == null ? List.of(column) : List.of(column, bars);
        return add(Operation.LOAD, arguments, null, column.kind, false, column.scope);
    }

    /** @throws IllegalArgumentException when it is to be made of the stop's distance, which only a position has */
    Node column(Operation operation, @Nullable Object detail, ValueKind kind, int scope, Node... arguments) {
        for (Node argument : arguments) {
            if (argument.usesStop) {
                throw new IllegalArgumentException("the stop's distance belongs to a position, not to a bar:"
                        + " no function can look back over it");
            }
        }
        return add(operation, List.of(arguments), detail, kind, false, scope);
    }

    private Node add(
            Operation operation,
            List<Node> arguments,
            @Nullable Object detail,
            ValueKind kind,
            boolean single,
            int scope) {
        List<Integer> ids = arguments.stream().map(argument -> argument.id).toList();
        return known.computeIfAbsent(new Key(operation, ids, detail, kind, scope), key -> {
            BitSet depends = new BitSet();
            arguments.forEach(argument -> depends.or(argument.inputs));
            if (operation == Operation.INPUT) {
                depends.set(indexOf((ParameterInfo) Objects.requireNonNull(detail)));
            }
            if (scope > 0) {
                depends.or(timeframes.get(scope - 1).inputs);
            }
            Node node = new Node(nodes.size(), operation, arguments, detail, kind, single, scope, depends);
            nodes.add(node);
            return node;
        });
    }

    private int indexOf(ParameterInfo input) {
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).name().equals(input.name())) {
                return i;
            }
        }
        throw new IllegalArgumentException("input " + input.name() + " is not one of the program's");
    }

    private static int total(Node[] arguments) {
        long total = 1;
        for (Node argument : arguments) {
            total += argument.size;
        }
        return (int) Math.min(Integer.MAX_VALUE, total);
    }

    private static int largestWithoutStop(Node[] arguments) {
        int largest = -1;
        for (int i = 0; i < arguments.length; i++) {
            boolean candidate = !arguments[i].usesStop && arguments[i].size > 1;
            if (candidate && (largest < 0 || arguments[i].size > arguments[largest].size)) {
                largest = i;
            }
        }
        return largest;
    }
}
