package studio.engine.language.run;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Bars before all that a program reads can be known: the lookbacks and the warm-ups of its functions, each on top of
 * those of its arguments.
 */
final class WarmUps {
    private final Plan plan;
    private final ToDoubleFunction<Node> numbers;
    private final Function<Node, @Nullable Boolean> answers;
    private final Function<Node, @Nullable String> texts;
    private final ToIntFunction<Node> longerBars;

    private WarmUps(
            Plan plan,
            ToDoubleFunction<Node> numbers,
            Function<Node, @Nullable Boolean> answers,
            Function<Node, @Nullable String> texts,
            ToIntFunction<Node> longerBars) {
        this.plan = plan;
        this.numbers = numbers;
        this.answers = answers;
        this.texts = texts;
        this.longerBars = longerBars;
    }

    /**
     * With a trial's values.
     *
     * @param longerBars bars of the run's series in a longer timeframe's candle
     */
    static int of(Plan plan, Values values, ToIntFunction<Node> longerBars) {
        return new WarmUps(plan, values::number, values::answer, values::text, longerBars).longest();
    }

    /** The longest that any values of the inputs can need. */
    static int most(Plan plan, ToIntFunction<Node> longerBars) {
        Bounds bounds = new Bounds(plan);
        return new WarmUps(plan, bounds::most, node -> null, bounds::text, longerBars).longest();
    }

    private int longest() {
        long[] bars = new long[plan.graph.nodes().size()];
        for (Node node : plan.graph.nodes()) {
            if (!node.single) {
                bars[node.id] = Math.min(Integer.MAX_VALUE / 4, bars(node, bars));
            }
        }
        long longest = 0;
        for (Node root : plan.roots) {
            longest = Math.max(longest, bars[root.id]);
        }
        return (int) longest;
    }

    private long bars(Node node, long[] known) {
        long longest = 0;
        for (Node argument : node.arguments) {
            longest = Math.max(longest, known[argument.id]);
        }
        return switch (node.operation) {
            case LOAD -> node.arguments.size() > 1 ? longest + lookback(node.argument(1)) : longest;
            case GUARD -> Math.max(longest, lookback(node.argument(0)));
            case CALL -> longest + own(node);
            case SELECT -> selected(node, longest, known);
            case ON -> {
                long ratio = longerBars.applyAsInt(plan.graph.timeframes().get(node.argument(0).scope - 1));
                yield Math.max(0, (longest + 2) * ratio - 2);
            }
            default -> longest;
        };
    }

    private long lookback(Node bars) {
        return (long) Math.max(0, Math.min(Values.LONGEST, numbers.applyAsDouble(bars)));
    }

    private long selected(Node node, long longest, long[] known) {
        Boolean first = answers.apply(node.argument(0));
        return first == null ? longest : known[node.argument(first ? 1 : 2).id];
    }

    private int own(Node node) {
        Node.Called called = (Node.Called) Objects.requireNonNull(node.detail);
        List<Node> arguments = node.arguments;
        return called.function().warmUp().bars(new ColumnFunction.Lengths() {
            @Override
            public String output() {
                return called.output();
            }

            @Override
            public int whole(int argument) {
                return (int) lookback(arguments.get(argument));
            }

            @Override
            public @Nullable String text(int argument) {
                return texts.apply(arguments.get(argument));
            }
        });
    }
}
