package studio.engine.language.run;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import studio.engine.language.tree.ValueKind;
import studio.model.strategy.ParameterInfo;

/** The smallest and largest that single values can become over the inputs' ranges; unbounded where that is not known. */
final class Bounds {
    private final double[] least;
    private final double[] most;

    Bounds(Plan plan) {
        int count = plan.graph.nodes().size();
        least = new double[count];
        most = new double[count];
        for (Node node : plan.graph.nodes()) {
            if (node.single && node.kind == ValueKind.NUMBER) {
                bound(node);
                if (Double.isNaN(least[node.id]) || Double.isNaN(most[node.id])) {
                    set(node, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
                }
            }
        }
    }

    double most(Node node) {
        return most[node.id];
    }

    /** A text that does not depend on the trial; null for others. */
    @Nullable
    String text(Node node) {
        return node.operation == Operation.TEXT ? (String) node.detail : null;
    }

    private void set(Node node, double low, double high) {
        least[node.id] = low;
        most[node.id] = high;
    }

    private void bound(Node node) {
        List<Node> a = node.arguments;
        switch (node.operation) {
            case NUMBER -> {
                double value = (double) Objects.requireNonNull(node.detail);
                set(node, value, value);
            }
            case INPUT -> input(node, (ParameterInfo) Objects.requireNonNull(node.detail));
            case NEGATE -> set(node, -most[a.get(0).id], -least[a.get(0).id]);
            case ADD -> set(node, least[a.get(0).id] + least[a.get(1).id], most[a.get(0).id] + most[a.get(1).id]);
            case SUBTRACT -> set(node, least[a.get(0).id] - most[a.get(1).id], most[a.get(0).id] - least[a.get(1).id]);
            case MULTIPLY -> corners(node, (x, y) -> x * y);
            case DIVIDE -> {
                if (least[a.get(1).id] > 0 || most[a.get(1).id] < 0) {
                    corners(node, (x, y) -> x / y);
                } else {
                    set(node, Double.NaN, Double.NaN);
                }
            }
            case MIN -> corners(node, Math::min);
            case MAX -> corners(node, Math::max);
            case ROUND -> set(node, Arithmetic.round(least[a.get(0).id]), Arithmetic.round(most[a.get(0).id]));
            case FLOOR -> set(node, Math.floor(least[a.get(0).id]), Math.floor(most[a.get(0).id]));
            case CEIL -> set(node, Math.ceil(least[a.get(0).id]), Math.ceil(most[a.get(0).id]));
            case SQRT -> set(node, 0, Math.sqrt(most[a.get(0).id]));
            case CHOICE ->
                set(
                        node,
                        Math.min(least[a.get(1).id], least[a.get(2).id]),
                        Math.max(most[a.get(1).id], most[a.get(2).id]));
            default -> set(node, Double.NaN, Double.NaN);
        }
    }

    private void input(Node node, ParameterInfo input) {
        if (input.values() != null) {
            double[] values = input.values().stream()
                    .mapToDouble(value -> ((Number) value).doubleValue())
                    .sorted()
                    .toArray();
            set(node, values[0], values[values.length - 1]);
        } else {
            set(
                    node,
                    Objects.requireNonNullElse(input.min(), Double.NEGATIVE_INFINITY),
                    Objects.requireNonNullElse(input.max(), Double.POSITIVE_INFINITY));
        }
    }

    private interface OfTwo {
        double apply(double x, double y);
    }

    private void corners(Node node, OfTwo operation) {
        Node a = node.argument(0);
        Node b = node.argument(1);
        double[] values = {
            operation.apply(least[a.id], least[b.id]),
            operation.apply(least[a.id], most[b.id]),
            operation.apply(most[a.id], least[b.id]),
            operation.apply(most[a.id], most[b.id])
        };
        double low = values[0];
        double high = values[0];
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        set(node, low, high);
    }
}
