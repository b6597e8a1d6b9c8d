package studio.engine.language.run;

import java.lang.invoke.MethodHandles;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import studio.engine.strategy.SignalList;

/**
 * Generates the {@link Fused} of one text: a hidden class, which is unloaded when its text is not used any more. Why code is
 * generated at all: decision 55.
 */
final class FusedClass {
    private static final String FUSED = Type.getInternalName(Fused.class);
    private static final String FRAME = Type.getDescriptor(Frame.class);
    private static final String LIST = Type.getInternalName(SignalList.class);
    private static final String NAME = FUSED + "Text";
    private static final String LISTING = "(" + FRAME + "IIL" + LIST + ";)V";
    private static final int DOUBLE_SIZE = 2;
    /** A side's condition is written twice when it is small: no bar without a signal is asked about it again. */
    private static final int WRITTEN_TWICE = 24;

    private final ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS | ClassWriter.COMPUTE_FRAMES);

    private FusedClass() {}

    static Fused generate(Plan plan) {
        byte[] bytes = new FusedClass().write(plan);
        try {
            return (Fused) MethodHandles.lookup()
                    .defineHiddenClass(bytes, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the generated class of a text cannot be loaded", e);
        }
    }

    private byte[] write(Plan plan) {
        type.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, NAME, null, FUSED, null);
        constructor();
        entries(plan);
        exits("exitsLong", plan.exitsLong, 1);
        exits("exitsShort", plan.exitsShort, -1);
        fills("fillNumbers", "fillNumbers$", "[D", plan.numberFills);
        fills("fillConditions", "fillConditions$", "[Z", plan.conditionFills);
        rules(plan.rules);
        type.visitEnd();
        return type.toByteArray();
    }

    private void constructor() {
        MethodVisitor code = type.visitMethod(0, "<init>", "()V", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, FUSED, "<init>", "()V", false);
        code.visitInsn(Opcodes.RETURN);
        end(code);
    }

    private void entries(Plan plan) {
        MethodVisitor code = type.visitMethod(0, "entries", LISTING, null, null);
        code.visitCode();
        List<Node> roots = plan.entries.roots;
        Loop loop = new Loop(code, plan.entries, false, 2, 3, 5, 6);
        loop.begin();
        Node enterLong = roots.get(0);
        Node enterShort = roots.get(1);
        Label onlyShort = new Label();
        if (enterShort.size <= WRITTEN_TWICE) {
            loop.unit.jumpUnless(enterLong, onlyShort);
            Label alone = new Label();
            loop.unit.jumpUnless(enterShort, alone);
            code.visitJumpInsn(Opcodes.GOTO, loop.next);
            code.visitLabel(alone);
            add(code, 1);
            code.visitJumpInsn(Opcodes.GOTO, loop.next);
            code.visitLabel(onlyShort);
            loop.unit.jumpUnless(enterShort, loop.next);
            add(code, -1);
        } else {
            int side = loop.unit.free(1);
            code.visitInsn(Opcodes.ICONST_0);
            code.visitVarInsn(Opcodes.ISTORE, side);
            loop.unit.jumpUnless(enterLong, onlyShort);
            code.visitIincInsn(side, 1);
            code.visitLabel(onlyShort);
            Label decided = new Label();
            loop.unit.jumpUnless(enterShort, decided);
            code.visitIincInsn(side, -1);
            code.visitLabel(decided);
            code.visitVarInsn(Opcodes.ILOAD, side);
            code.visitJumpInsn(Opcodes.IFEQ, loop.next);
            code.visitVarInsn(Opcodes.ALOAD, 4);
            code.visitVarInsn(Opcodes.ILOAD, 5);
            code.visitVarInsn(Opcodes.ILOAD, side);
            code.visitInsn(Opcodes.I2B);
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, LIST, "add", "(IB)V", false);
        }
        loop.end();
        code.visitInsn(Opcodes.RETURN);
        end(code);
    }

    private void exits(String name, Unit unit, int side) {
        MethodVisitor code = type.visitMethod(0, name, LISTING, null, null);
        code.visitCode();
        Loop loop = new Loop(code, unit, false, 2, 3, 5, 6);
        loop.begin();
        loop.unit.jumpUnless(unit.roots.get(0), loop.next);
        add(code, side);
        loop.end();
        code.visitInsn(Opcodes.RETURN);
        end(code);
    }

    private static void add(MethodVisitor code, int side) {
        code.visitVarInsn(Opcodes.ALOAD, 4);
        code.visitVarInsn(Opcodes.ILOAD, 5);
        code.visitInsn(side > 0 ? Opcodes.ICONST_1 : Opcodes.ICONST_M1);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, LIST, "add", "(IB)V", false);
    }

    /** One method for each column, and one that chooses among them. */
    private void fills(String name, String part, String array, List<Unit> units) {
        String filling = "(" + FRAME + array + "I)V";
        for (int i = 0; i < units.size(); i++) {
            MethodVisitor code = type.visitMethod(Opcodes.ACC_PRIVATE, part + i, filling, null, null);
            code.visitCode();
            code.visitInsn(Opcodes.ICONST_0);
            code.visitVarInsn(Opcodes.ISTORE, 4);
            Loop loop = new Loop(code, units.get(i), true, 4, 3, 5, 6);
            loop.begin();
            code.visitVarInsn(Opcodes.ALOAD, 2);
            code.visitVarInsn(Opcodes.ILOAD, 5);
            Node root = units.get(i).roots.get(0);
            if (root.isCondition()) {
                loop.unit.answer(root);
                code.visitInsn(Opcodes.BASTORE);
            } else {
                loop.unit.finite(root);
                code.visitInsn(Opcodes.DASTORE);
            }
            loop.end();
            code.visitInsn(Opcodes.RETURN);
            end(code);
        }
        MethodVisitor code = type.visitMethod(0, name, "(I" + FRAME + array + "I)V", null, null);
        code.visitCode();
        choose(code, units.size(), i -> {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(Opcodes.ALOAD, 2);
            code.visitVarInsn(Opcodes.ALOAD, 3);
            code.visitVarInsn(Opcodes.ILOAD, 4);
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, NAME, part + i, filling, false);
            code.visitInsn(Opcodes.RETURN);
        });
        end(code);
    }

    private void rules(List<Unit> units) {
        String ruling = "(" + FRAME + "ID)D";
        for (int i = 0; i < units.size(); i++) {
            MethodVisitor code = type.visitMethod(Opcodes.ACC_PRIVATE, "rule$" + i, ruling, null, null);
            code.visitCode();
            UnitWriter unit = new UnitWriter(code, units.get(i), false, 2, 3, 5);
            unit.takeFromFrame(1);
            unit.computeShared();
            unit.finite(units.get(i).roots.get(0));
            code.visitInsn(Opcodes.DRETURN);
            end(code);
        }
        MethodVisitor code = type.visitMethod(0, "rule", "(I" + FRAME + "ID)D", null, null);
        code.visitCode();
        choose(code, units.size(), i -> {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(Opcodes.ALOAD, 2);
            code.visitVarInsn(Opcodes.ILOAD, 3);
            code.visitVarInsn(Opcodes.DLOAD, 4);
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, NAME, "rule$" + i, ruling, false);
            code.visitInsn(Opcodes.DRETURN);
        });
        end(code);
    }

    /** Branches by the int in the first parameter; a number that is none of them is a broken contract. */
    private static void choose(MethodVisitor code, int count, java.util.function.IntConsumer branch) {
        Label none = new Label();
        if (count > 0) {
            Label[] labels = new Label[count];
            for (int i = 0; i < count; i++) {
                labels[i] = new Label();
            }
            code.visitVarInsn(Opcodes.ILOAD, 1);
            code.visitTableSwitchInsn(0, count - 1, none, labels);
            for (int i = 0; i < count; i++) {
                code.visitLabel(labels[i]);
                branch.accept(i);
            }
        }
        code.visitLabel(none);
        code.visitTypeInsn(Opcodes.NEW, "java/lang/IndexOutOfBoundsException");
        code.visitInsn(Opcodes.DUP);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/IndexOutOfBoundsException", "<init>", "()V", false);
        code.visitInsn(Opcodes.ATHROW);
    }

    private static void end(MethodVisitor code) {
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    /** A loop over bars whose body goes to {@code next} when it is done with a bar. */
    private static final class Loop {
        final UnitWriter unit;
        final Label next = new Label();
        private final Label body = new Label();
        private final Label check = new Label();
        private final MethodVisitor code;
        private final int from;
        private final int to;
        private final int bar;

        Loop(MethodVisitor code, Unit unit, boolean fromStart, int from, int to, int bar, int free) {
            this.code = code;
            this.from = from;
            this.to = to;
            this.bar = bar;
            this.unit = new UnitWriter(code, unit, fromStart, bar, -DOUBLE_SIZE, free);
        }

        void begin() {
            unit.takeFromFrame(1);
            code.visitVarInsn(Opcodes.ILOAD, from);
            code.visitVarInsn(Opcodes.ISTORE, bar);
            code.visitJumpInsn(Opcodes.GOTO, check);
            code.visitLabel(body);
            unit.computeShared();
        }

        void end() {
            code.visitLabel(next);
            code.visitIincInsn(bar, 1);
            code.visitLabel(check);
            code.visitVarInsn(Opcodes.ILOAD, bar);
            code.visitVarInsn(Opcodes.ILOAD, to);
            code.visitJumpInsn(Opcodes.IF_ICMPLT, body);
        }
    }
}
