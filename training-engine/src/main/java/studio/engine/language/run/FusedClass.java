package studio.engine.language.run;

import java.lang.invoke.MethodHandles;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Generates the {@link Fused} of one text: a hidden class, which is unloaded when its text is not used any more. Why code is
 * generated at all: decision 55.
 */
final class FusedClass {
    private static final String FUSED = Type.getInternalName(Fused.class);
    private static final String FRAME = Type.getDescriptor(Frame.class);
    private static final String NAME = FUSED + "Text";
    private static final String LISTING = "(" + FRAME + "II[I)I";
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
        exits("exitsLong", plan.exitsLong);
        exits("exitsShort", plan.exitsShort);
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
        Listing listing = new Listing("entries", plan.entries);
        MethodVisitor code = listing.code;
        UnitWriter unit = listing.loop.unit;
        Label next = listing.loop.next;
        Node enterLong = plan.entries.roots.get(0);
        Node enterShort = plan.entries.roots.get(1);
        Label onlyShort = new Label();
        if (enterShort.size <= WRITTEN_TWICE) {
            unit.jumpUnless(enterLong, onlyShort);
            Label alone = new Label();
            unit.jumpUnless(enterShort, alone);
            code.visitJumpInsn(Opcodes.GOTO, next);
            code.visitLabel(alone);
            listing.add(true);
            code.visitJumpInsn(Opcodes.GOTO, next);
            code.visitLabel(onlyShort);
            unit.jumpUnless(enterShort, next);
            listing.add(false);
        } else {
            int side = unit.free(1);
            code.visitInsn(Opcodes.ICONST_0);
            code.visitVarInsn(Opcodes.ISTORE, side);
            unit.jumpUnless(enterLong, onlyShort);
            code.visitIincInsn(side, 1);
            code.visitLabel(onlyShort);
            Label decided = new Label();
            unit.jumpUnless(enterShort, decided);
            code.visitIincInsn(side, -1);
            code.visitLabel(decided);
            code.visitVarInsn(Opcodes.ILOAD, side);
            code.visitJumpInsn(Opcodes.IFEQ, next);
            Label down = new Label();
            code.visitVarInsn(Opcodes.ILOAD, side);
            code.visitJumpInsn(Opcodes.IFLT, down);
            listing.add(true);
            code.visitJumpInsn(Opcodes.GOTO, next);
            code.visitLabel(down);
            listing.add(false);
        }
        listing.end();
    }

    private void exits(String name, Unit unit) {
        Listing listing = new Listing(name, unit);
        listing.loop.unit.jumpUnless(unit.roots.get(0), listing.loop.next);
        listing.add(true);
        listing.end();
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

    /** A method that writes bars into an array and returns how many. */
    private final class Listing {
        final MethodVisitor code;
        final Loop loop;
        private static final int OUT = 4;
        private static final int BAR = 5;
        private static final int COUNT = 6;

        Listing(String name, Unit unit) {
            code = type.visitMethod(0, name, LISTING, null, null);
            code.visitCode();
            code.visitInsn(Opcodes.ICONST_0);
            code.visitVarInsn(Opcodes.ISTORE, COUNT);
            loop = new Loop(code, unit, false, 2, 3, BAR, COUNT + 1);
            loop.begin();
        }

        /** The bar itself, or its complement. */
        void add(boolean plain) {
            code.visitVarInsn(Opcodes.ALOAD, OUT);
            code.visitVarInsn(Opcodes.ILOAD, COUNT);
            code.visitVarInsn(Opcodes.ILOAD, BAR);
            if (!plain) {
                code.visitInsn(Opcodes.ICONST_M1);
                code.visitInsn(Opcodes.IXOR);
            }
            code.visitInsn(Opcodes.IASTORE);
            code.visitIincInsn(COUNT, 1);
        }

        void end() {
            loop.end();
            code.visitVarInsn(Opcodes.ILOAD, COUNT);
            code.visitInsn(Opcodes.IRETURN);
            FusedClass.end(code);
        }
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
