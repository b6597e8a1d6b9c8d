package studio.engine.language.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.engine.language.tree.Expression;
import studio.engine.language.tree.StrategyProgram;
import studio.engine.language.tree.StrategyProgram.PriceRule;
import studio.engine.language.tree.StrategyProgram.TrailRule;
import studio.engine.language.tree.ValueKind;

/** A program as nodes, and what the generated class does with them. Immutable once built. */
final class Plan {
    /** A rule that the program does not have. */
    static final int NONE = -1;

    final Graph graph;
    /** Enter long, enter short. */
    final Unit entries;

    final Unit exitsLong;
    final Unit exitsShort;
    final List<Unit> numberFills = new ArrayList<>();
    final List<Unit> conditionFills = new ArrayList<>();
    final List<Unit> rules = new ArrayList<>();
    /** Numbers of rules. */
    final int stopLong;

    final int stopShort;
    final int targetLong;
    final int targetShort;
    final int trailLong;
    final int trailShort;
    final int breakEven;
    /** Values of the trial. */
    final List<Node> requirements = new ArrayList<>();

    final @Nullable Node exitAfter;
    final @Nullable Node size;
    /** What the target is as a multiple of the stop; null where it is anything else. */
    final @Nullable Node targetPerStop;

    final List<Node> singles;
    /** The columns that the trial's loops and rules read themselves. */
    final List<Node> columns;
    /** What a run reads at a bar. */
    final List<Node> roots;
    /** Numbers of bars that values are looked back for. */
    final List<Node> lookbacks;

    int numberSlots;
    int answerSlots;
    int textSlots;
    int columnSlots;
    int conditionSlots;

    Plan(StrategyProgram program) {
        graph = new Graph(program.inputs());
        Lowering lowering = new Lowering(graph);
        lowering.foresee(all(program));
        entries = new Unit(anyOf(lowering, program.enterLong()), anyOf(lowering, program.enterShort()));
        exitsLong = new Unit(anyOf(lowering, program.exitLong()));
        exitsShort = new Unit(anyOf(lowering, program.exitShort()));
        stopLong = rule(lowering, program.stopLong());
        stopShort = rule(lowering, program.stopShort());
        targetLong = rule(lowering, program.targetLong());
        targetShort = rule(lowering, program.targetShort());
        trailLong = rule(lowering, program.trailLong());
        trailShort = rule(lowering, program.trailShort());
        breakEven = program.breakEven() == null ? NONE : rule(lowering.bar(program.breakEven()));
        program.requirements().forEach(requirement -> requirements.add(lowering.single(requirement.condition())));
        exitAfter = single(lowering, program.exitAfter());
        size = single(lowering, program.size().value());
        targetPerStop = targetPerStop();
        lookbacks = giveSlots();
        countFills();
        singles = graph.nodes().stream().filter(node -> node.single).toList();
        columns = columns();
        roots = roots();
    }

    /** What a run evaluates at its bars. */
    private static List<Expression> all(StrategyProgram program) {
        List<Expression> all = new ArrayList<>(program.enterLong());
        all.addAll(program.enterShort());
        all.addAll(program.exitLong());
        all.addAll(program.exitShort());
        for (PriceRule rule :
                Arrays.asList(program.stopLong(), program.stopShort(), program.targetLong(), program.targetShort())) {
            if (rule != null) {
                all.add(rule.value());
            }
        }
        for (TrailRule rule : Arrays.asList(program.trailLong(), program.trailShort())) {
            if (rule != null) {
                all.add(rule.value());
            }
        }
        if (program.breakEven() != null) {
            all.add(program.breakEven());
        }
        return all;
    }

    private Node anyOf(Lowering lowering, List<Expression> conditions) {
        Node any = graph.leaf(Operation.YES_NO, false, ValueKind.YES_NO);
        boolean first = true;
        for (Expression condition : conditions) {
            Node next = lowering.bar(condition);
            if (first) {
                any = next;
            } else {
                any = graph.bar(Operation.OR, ValueKind.YES_NO, 0, any, next);
            }
            first = false;
        }
        return any;
    }

    private int rule(Lowering lowering, @Nullable PriceRule rule) {
        return rule == null ? NONE : rule(lowering.bar(rule.value()));
    }

    private int rule(Lowering lowering, @Nullable TrailRule rule) {
        return rule == null ? NONE : rule(lowering.bar(rule.value()));
    }

    private int rule(Node node) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).roots.get(0) == node) {
                return i;
            }
        }
        rules.add(new Unit(node));
        return rules.size() - 1;
    }

    private static @Nullable Node single(Lowering lowering, @Nullable Expression expression) {
        return expression == null ? null : lowering.single(expression);
    }

    private @Nullable Node targetPerStop() {
        if (targetLong == NONE || targetLong != targetShort) {
            return null;
        }
        Node target = rules.get(targetLong).roots.get(0);
        if (target.operation != Operation.MULTIPLY) {
            return null;
        }
        Node left = target.argument(0);
        Node right = target.argument(1);
        if (left.single && right.operation == Operation.STOP) {
            return left;
        }
        return right.single && left.operation == Operation.STOP ? right : null;
    }

    private List<Node> giveSlots() {
        Set<Node> bars = new LinkedHashSet<>();
        for (Node node : graph.nodes()) {
            if (node.single) {
                node.slot = switch (node.kind) {
                    case NUMBER -> numberSlots++;
                    case YES_NO -> answerSlots++;
                    case TEXT -> textSlots++;
                };
            } else if (node.isColumn()) {
                node.slot = node.isCondition() ? conditionSlots++ : columnSlots++;
            } else if (node.operation == Operation.LOAD && node.arguments.size() > 1) {
                bars.add(node.argument(1));
            } else if (node.operation == Operation.GUARD) {
                bars.add(node.argument(0));
            }
        }
        return List.copyOf(bars);
    }

    private void countFills() {
        for (Node node : graph.nodes()) {
            if (node.operation == Operation.FILL) {
                List<Unit> fills = node.isCondition() ? conditionFills : numberFills;
                node.fill = fills.size();
                fills.add(new Unit(node.argument(0)));
            }
        }
    }

    private List<Node> columns() {
        Set<Node> read = new LinkedHashSet<>(entries.columns);
        read.addAll(exitsLong.columns);
        read.addAll(exitsShort.columns);
        rules.forEach(rule -> read.addAll(rule.columns));
        return List.copyOf(read);
    }

    private List<Node> roots() {
        List<Node> roots = new ArrayList<>(entries.roots);
        roots.addAll(exitsLong.roots);
        roots.addAll(exitsShort.roots);
        rules.forEach(rule -> roots.addAll(rule.roots));
        return List.copyOf(roots);
    }
}
