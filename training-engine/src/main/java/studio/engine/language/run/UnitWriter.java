package studio.engine.language.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import studio.engine.language.tree.ValueKind;

/**
 * Writes the operations of one {@link Unit} into a method. What the trial gives is taken from the frame into local variables
 * once, so that a loop over bars reads arrays and nothing else.
 *
 * <p>A sum of finite numbers may be infinite, which the language calls missing; a sum of something infinite is infinite or NaN
 * again. So only what compares, chooses or divides by a number looks whether it is finite.
 */
final class UnitWriter {
    private static final String FRAME = Type.getInternalName(Frame.class);
    private static final String ARITHMETIC = Type.getInternalName(Arithmetic.class);
    private static final String MATH = "java/lang/Math";
    private static final String OF_ONE = "(D)D";
    private static final String OF_TWO = "(DD)D";
    private static final int DOUBLE_SIZE = 2;

    private final MethodVisitor code;
    private final Unit unit;
    /** Bars before a column's start may be asked for. */
    private final boolean fromStart;

    private final int bar;
    private final int stop;
    private final Map<Node, Integer> locals = new HashMap<>();
    private final Map<Node, Integer> lookbacks = new HashMap<>();
    private int nextLocal;

    /**
     * @param bar the local variable with the bar's number
     * @param stop the one with the initial stop's distance; only where the unit uses it
     * @param nextLocal the first one that is free
     */
    UnitWriter(MethodVisitor code, Unit unit, boolean fromStart, int bar, int stop, int nextLocal) {
        this.code = code;
        this.unit = unit;
        this.fromStart = fromStart;
        this.bar = bar;
        this.stop = stop;
        this.nextLocal = nextLocal;
    }

    /** Takes columns and the trial's values out of the frame. */
    void takeFromFrame(int frame) {
        for (Node column : unit.columns) {
            boolean numbers = column.kind == ValueKind.NUMBER;
            code.visitVarInsn(Opcodes.ALOAD, frame);
            code.visitFieldInsn(Opcodes.GETFIELD, FRAME, numbers ? "columns" : "conditions", numbers ? "[[D" : "[[Z");
            constant(column.slot);
            code.visitInsn(Opcodes.AALOAD);
            code.visitVarInsn(Opcodes.ASTORE, local(column, 1));
        }
        for (Node single : unit.singles) {
            boolean number = single.kind == ValueKind.NUMBER;
            code.visitVarInsn(Opcodes.ALOAD, frame);
            code.visitFieldInsn(Opcodes.GETFIELD, FRAME, number ? "numbers" : "answers", number ? "[D" : "[Z");
            constant(single.slot);
            code.visitInsn(number ? Opcodes.DALOAD : Opcodes.BALOAD);
            code.visitVarInsn(number ? Opcodes.DSTORE : Opcodes.ISTORE, local(single, number ? DOUBLE_SIZE : 1));
            if (number) {
                code.visitVarInsn(Opcodes.DLOAD, Objects.requireNonNull(locals.get(single)));
                code.visitInsn(Opcodes.D2I);
                lookbacks.put(single, nextLocal);
                code.visitVarInsn(Opcodes.ISTORE, nextLocal++);
            }
        }
    }

    /** Computes for one bar what is needed more than once. */
    void computeShared() {
        for (Node node : unit.shared) {
            // Its own operation now, its local variable wherever it is used later.
            if (node.kind == ValueKind.NUMBER) {
                number(node);
                code.visitVarInsn(Opcodes.DSTORE, local(node, DOUBLE_SIZE));
            } else {
                answer(node);
                code.visitVarInsn(Opcodes.ISTORE, local(node, 1));
            }
        }
    }

    /** Forgets what was computed for a bar, so that other code of the method does not take it for its own. */
    private int local(Node node, int size) {
        int index = nextLocal;
        nextLocal += size;
        locals.put(node, index);
        return index;
    }

    /** A free local variable of that size. */
    int free(int size) {
        int index = nextLocal;
        nextLocal += size;
        return index;
    }

    /** Leaves the number, finite or missing, on the stack. */
    void finite(Node node) {
        number(node);
        if (node.maybeInfinite) {
            code.visitMethodInsn(Opcodes.INVOKESTATIC, ARITHMETIC, "finite", OF_ONE, false);
        }
    }

    /** Leaves 1 or 0 on the stack. */
    void answer(Node node) {
        Label no = new Label();
        Label end = new Label();
        jumpUnless(node, no);
        code.visitInsn(Opcodes.ICONST_1);
        code.visitJumpInsn(Opcodes.GOTO, end);
        code.visitLabel(no);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitLabel(end);
    }

    private void number(Node node) {
        Integer local = locals.get(node);
        if (local != null) {
            code.visitVarInsn(Opcodes.DLOAD, local);
            return;
        }
        switch (node.operation) {
            case NUMBER -> code.visitLdcInsn(Objects.requireNonNull(node.detail));
            case BAR_INDEX -> {
                code.visitVarInsn(Opcodes.ILOAD, bar);
                code.visitInsn(Opcodes.I2D);
            }
            case STOP -> code.visitVarInsn(Opcodes.DLOAD, stop);
            case LOAD -> load(node);
            case GUARD -> guarded(node, () -> number(node.argument(1)));
            case NEGATE -> plain(Opcodes.DNEG, node);
            case ADD -> plain(Opcodes.DADD, node);
            case SUBTRACT -> plain(Opcodes.DSUB, node);
            case MULTIPLY -> plain(Opcodes.DMUL, node);
            case DIVIDE -> {
                number(node.argument(0));
                finite(node.argument(1));
                code.visitInsn(Opcodes.DDIV);
            }
            case REMAINDER -> {
                finite(node.argument(0));
                finite(node.argument(1));
                code.visitInsn(Opcodes.DREM);
            }
            case ABS -> call(MATH, "abs", node, false);
            case FLOOR -> call(MATH, "floor", node, false);
            case CEIL -> call(MATH, "ceil", node, false);
            case SQRT -> call(MATH, "sqrt", node, false);
            case ROUND -> call(ARITHMETIC, "round", node, false);
            // As they are on every machine, so that a run gives the same figures everywhere.
            case LOG -> call("java/lang/StrictMath", "log", node, true);
            case EXP -> call("java/lang/StrictMath", "exp", node, true);
            case SIGN -> call(MATH, "signum", node, true);
            case MIN -> call(MATH, "min", node, true);
            case MAX -> call(MATH, "max", node, true);
            case NZ -> {
                finite(node.argument(0));
                number(node.argument(1));
                code.visitMethodInsn(Opcodes.INVOKESTATIC, ARITHMETIC, "nz", OF_TWO, false);
            }
            case CHOICE -> {
                Label no = new Label();
                Label end = new Label();
                jumpUnless(node.argument(0), no);
                number(node.argument(1));
                code.visitJumpInsn(Opcodes.GOTO, end);
                code.visitLabel(no);
                number(node.argument(2));
                code.visitLabel(end);
            }
            default -> throw new IllegalStateException(node.operation + " is no number of a bar");
        }
    }

    private void plain(int operation, Node node) {
        node.arguments.forEach(this::number);
        code.visitInsn(operation);
    }

    private void call(String owner, String name, Node node, boolean ofFinite) {
        for (Node argument : node.arguments) {
            if (ofFinite) {
                finite(argument);
            } else {
                number(argument);
            }
        }
        code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, node.arguments.size() == 1 ? OF_ONE : OF_TWO, false);
    }

    private void load(Node node) {
        Runnable read = () -> {
            code.visitVarInsn(Opcodes.ALOAD, Objects.requireNonNull(locals.get(node.argument(0))));
            code.visitVarInsn(Opcodes.ILOAD, bar);
            if (node.arguments.size() > 1) {
                lookback(node.argument(1));
                code.visitInsn(Opcodes.ISUB);
            }
            code.visitInsn(node.isCondition() ? Opcodes.BALOAD : Opcodes.DALOAD);
        };
        if (node.arguments.size() > 1) {
            guarded(node, read);
        } else {
            read.run();
        }
    }

    /** Missing or no where the node's lookback goes beyond the column's start. */
    private void guarded(Node node, Runnable value) {
        if (!fromStart) {
            value.run();
            return;
        }
        Label early = new Label();
        Label end = new Label();
        code.visitVarInsn(Opcodes.ILOAD, bar);
        lookback(node.operation == Operation.GUARD ? node.argument(0) : node.argument(1));
        code.visitJumpInsn(Opcodes.IF_ICMPLT, early);
        value.run();
        code.visitJumpInsn(Opcodes.GOTO, end);
        code.visitLabel(early);
        if (node.isCondition()) {
            code.visitInsn(Opcodes.ICONST_0);
        } else {
            code.visitLdcInsn(Double.NaN);
        }
        code.visitLabel(end);
    }

    private void lookback(Node bars) {
        if (bars.detail instanceof Double literal) {
            constant(literal.intValue());
        } else {
            code.visitVarInsn(Opcodes.ILOAD, Objects.requireNonNull(lookbacks.get(bars)));
        }
    }

    /** Goes on when the condition holds, else to the label. */
    void jumpUnless(Node node, Label no) {
        jump(node, false, no);
    }

    private void jump(Node node, boolean when, Label target) {
        Integer local = locals.get(node);
        if (local != null) {
            code.visitVarInsn(Opcodes.ILOAD, local);
            jumpOnStack(when, target);
            return;
        }
        switch (node.operation) {
            case YES_NO -> {
                if (Objects.equals(node.detail, when)) {
                    code.visitJumpInsn(Opcodes.GOTO, target);
                }
            }
            case LOAD -> {
                load(node);
                jumpOnStack(when, target);
            }
            case GUARD -> {
                guarded(node, () -> answer(node.argument(1)));
                jumpOnStack(when, target);
            }
            case NOT -> jump(node.argument(0), !when, target);
            case AND, OR -> connected(node, when, target);
            case LESS -> compare(node, Opcodes.DCMPG, when ? Opcodes.IFLT : Opcodes.IFGE, target);
            case AT_MOST -> compare(node, Opcodes.DCMPG, when ? Opcodes.IFLE : Opcodes.IFGT, target);
            case EQUAL -> compare(node, Opcodes.DCMPG, when ? Opcodes.IFEQ : Opcodes.IFNE, target);
            case NOT_EQUAL -> {
                finite(node.argument(0));
                finite(node.argument(1));
                code.visitMethodInsn(Opcodes.INVOKESTATIC, ARITHMETIC, "differ", "(DD)Z", false);
                jumpOnStack(when, target);
            }
            case SAME_ANSWER -> {
                answer(node.argument(0));
                answer(node.argument(1));
                code.visitJumpInsn(when ? Opcodes.IF_ICMPEQ : Opcodes.IF_ICMPNE, target);
            }
            case CHOICE -> {
                Label otherwise = new Label();
                Label end = new Label();
                jumpUnless(node.argument(0), otherwise);
                jump(node.argument(1), when, target);
                code.visitJumpInsn(Opcodes.GOTO, end);
                code.visitLabel(otherwise);
                jump(node.argument(2), when, target);
                code.visitLabel(end);
            }
            default -> throw new IllegalStateException(node.operation + " is no condition of a bar");
        }
    }

    private void connected(Node node, boolean when, Label target) {
        boolean decidesAlone = when == (node.operation == Operation.OR);
        if (decidesAlone) {
            jump(node.argument(0), when, target);
            jump(node.argument(1), when, target);
        } else {
            Label end = new Label();
            jump(node.argument(0), !when, end);
            jump(node.argument(1), when, target);
            code.visitLabel(end);
        }
    }

    /** NaN compares as above everything by {@code DCMPG}, so that less, at most and equal are no. */
    private void compare(Node node, int comparison, int jump, Label target) {
        finite(node.argument(0));
        finite(node.argument(1));
        code.visitInsn(comparison);
        code.visitJumpInsn(jump, target);
    }

    private void jumpOnStack(boolean when, Label target) {
        code.visitJumpInsn(when ? Opcodes.IFNE : Opcodes.IFEQ, target);
    }

    private void constant(int value) {
        if (value >= -1 && value <= 5) {
            code.visitInsn(Opcodes.ICONST_0 + value);
        } else if (value >= Byte.MIN_VALUE && value <= Byte.MAX_VALUE) {
            code.visitIntInsn(Opcodes.BIPUSH, value);
        } else if (value >= Short.MIN_VALUE && value <= Short.MAX_VALUE) {
            code.visitIntInsn(Opcodes.SIPUSH, value);
        } else {
            code.visitLdcInsn(value);
        }
    }
}
