package studio.engine.language.typing;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.engine.language.tree.Expression;
import studio.engine.language.tree.StrategyProgram;

/** Counts the operations that a program takes a bar: every different expression that changes from bar to bar, once. */
final class NodeCount {
    private final Set<Expression> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Expression> waiting = new ArrayDeque<>();

    private NodeCount() {}

    static int of(StrategyProgram program) {
        NodeCount count = new NodeCount();
        count.addAll(program.enterLong());
        count.addAll(program.enterShort());
        count.addAll(program.exitLong());
        count.addAll(program.exitShort());
        for (StrategyProgram.PriceRule rule : new StrategyProgram.@Nullable PriceRule[] {
            program.stopLong(), program.stopShort(), program.targetLong(), program.targetShort()
        }) {
            count.add(rule == null ? null : rule.value());
        }
        for (StrategyProgram.TrailRule rule :
                new StrategyProgram.@Nullable TrailRule[] {program.trailLong(), program.trailShort()}) {
            count.add(rule == null ? null : rule.value());
        }
        count.add(program.breakEven());
        return count.count();
    }

    private int count() {
        int count = 0;
        while (!waiting.isEmpty()) {
            Expression next = waiting.pop();
            if (next.type().series() && !(next instanceof Expression.Column)) {
                count++;
            }
            addAll(parts(next));
        }
        return count;
    }

    private static List<Expression> parts(Expression e) {
        if (e instanceof Expression.Ago ago) {
            return List.of(ago.of(), ago.bars());
        } else if (e instanceof Expression.Unary unary) {
            return List.of(unary.operand());
        } else if (e instanceof Expression.Binary binary) {
            return List.of(binary.left(), binary.right());
        } else if (e instanceof Expression.Choice choice) {
            return List.of(choice.condition(), choice.whenYes(), choice.whenNo());
        } else if (e instanceof Expression.Call call) {
            return call.arguments();
        } else if (e instanceof Expression.OnTimeframe on) {
            return List.of(on.value());
        }
        return List.of();
    }

    private void addAll(List<Expression> expressions) {
        expressions.forEach(this::add);
    }

    private void add(@Nullable Expression expression) {
        if (expression != null && seen.add(expression)) {
            waiting.push(expression);
        }
    }
}
