package studio.engine.language.run;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.engine.language.tree.ValueKind;

/**
 * One operation of a text. Equal ones are the same object, and arguments have lower numbers than what uses them. Immutable
 * but for its slots, which are set before the graph is shared.
 */
final class Node {
    static final int NO_SLOT = -1;

    /** Its place among all nodes; arguments come first. */
    final int id;

    final Operation operation;
    final List<Node> arguments;
    /** A literal's value, an input's {@code ParameterInfo}, a {@code SeriesColumn}, a call's {@link Called}. */
    final @Nullable Object detail;

    final ValueKind kind;
    /** One value for the trial. */
    final boolean single;
    /** The series whose bars it is about: 0 for the run's own, else one of the graph's longer ones. */
    final int scope;
    /** Operations that a bar costs when nothing of them is shared; columns count as one. */
    final int size;
    /** It may be infinite where the value is missing by the rules: whoever compares it has to look. */
    final boolean maybeInfinite;

    final boolean usesStop;
    /** Which of the program's inputs it depends on. */
    final BitSet inputs;
    /** Where the trial keeps its value or column; {@link #NO_SLOT} for what a bar computes. */
    int slot = NO_SLOT;
    /** Of a column that generated code writes: its number among those of its kind. */
    int fill = NO_SLOT;

    Node(
            int id,
            Operation operation,
            List<Node> arguments,
            @Nullable Object detail,
            ValueKind kind,
            boolean single,
            int scope,
            BitSet inputs) {
        this.id = id;
        this.operation = operation;
        this.arguments = arguments;
        this.detail = detail;
        this.kind = kind;
        this.single = single;
        this.scope = scope;
        this.inputs = inputs;
        this.size = sizeOf();
        this.maybeInfinite = kind == ValueKind.NUMBER && !single && mayBeInfinite();
        this.usesStop = operation == Operation.STOP || arguments.stream().anyMatch(argument -> argument.usesStop);
    }

    /** A function's output. */
    record Called(ColumnFunction function, String output) {}

    Node argument(int index) {
        return arguments.get(index);
    }

    boolean isColumn() {
        return operation.isColumn();
    }

    boolean isCondition() {
        return kind == ValueKind.YES_NO;
    }

    private int sizeOf() {
        if (single || isColumn() || operation == Operation.LOAD) {
            return 1;
        }
        long size = 1;
        for (Node argument : arguments) {
            size += argument.size;
        }
        return (int) Math.min(Integer.MAX_VALUE / 2, size);
    }

    private boolean mayBeInfinite() {
        return switch (operation) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, LOG, EXP -> true;
            case NEGATE, ABS, ROUND, FLOOR, CEIL, SQRT -> argument(0).maybeInfinite;
            case CHOICE -> argument(1).maybeInfinite || argument(2).maybeInfinite;
            case GUARD -> argument(1).maybeInfinite;
            case NZ -> argument(1).maybeInfinite;
            default -> false;
        };
    }
}
