package studio.benchmarks.optimizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import studio.engine.search.ParameterSet;
import studio.engine.search.ParameterSpace;
import studio.model.strategy.ParameterInfo;
import studio.model.strategy.ParameterType;

/**
 * A function to be minimized over a box.
 *
 * @param formula of all coordinates, integers included
 */
record TestFunction(String name, double optimum, ParameterSpace space, ToDoubleFunction<double[]> formula) {
    private static final double[] ACKLEY_SHIFT = {9.3, -11.7, 6.1, 8, -13};
    private static final double[] RASTRIGIN_SHIFT = {1.37, -2.21, 0.83, -1.59};

    /** The five of the comparison, and two with the optimum moved off the centre. */
    static List<TestFunction> all() {
        return List.of(
                new TestFunction("Branin", 0.397887, space(box(-5, 10), box(0, 15)), TestFunction::branin),
                new TestFunction("Hartmann6", -3.32237, space(6, box(0, 1)), TestFunction::hartmann6),
                new TestFunction("Rosenbrock-5", 0, space(5, box(-2.048, 2.048)), TestFunction::rosenbrock),
                new TestFunction("Ackley-5 mixed", 0, ackleySpace(), TestFunction::ackley),
                new TestFunction("Rastrigin-4", 0, space(4, box(-5.12, 5.12)), TestFunction::rastrigin),
                new TestFunction("Ackley-5 mixed, shifted", 0, ackleySpace(), x -> ackley(less(x, ACKLEY_SHIFT))),
                new TestFunction(
                        "Rastrigin-4, shifted",
                        0,
                        space(4, box(-5.12, 5.12)),
                        x -> rastrigin(less(x, RASTRIGIN_SHIFT))));
    }

    double value(ParameterSet point) {
        return formula.applyAsDouble(point.values().values().stream()
                .mapToDouble(value -> ((Number) value).doubleValue())
                .toArray());
    }

    private static double branin(double[] x) {
        double bend = x[1] - 5.1 / (4 * Math.PI * Math.PI) * x[0] * x[0] + 5 / Math.PI * x[0] - 6;
        return bend * bend + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x[0]) + 10;
    }

    private static final double[][] HARTMANN_A = {
        {10, 3, 17, 3.5, 1.7, 8}, {0.05, 10, 17, 0.1, 8, 14}, {3, 3.5, 1.7, 10, 17, 8}, {17, 8, 0.05, 10, 0.1, 14}
    };
    private static final double[][] HARTMANN_P = {
        {1312, 1696, 5569, 124, 8283, 5886},
        {2329, 4135, 8307, 3736, 1004, 9991},
        {2348, 1451, 3522, 2883, 3047, 6650},
        {4047, 8828, 8732, 5743, 1091, 381}
    };
    private static final double[] HARTMANN_ALPHA = {1, 1.2, 3, 3.2};

    private static double hartmann6(double[] x) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            double exponent = 0;
            for (int j = 0; j < 6; j++) {
                double gap = x[j] - HARTMANN_P[i][j] * 1e-4;
                exponent += HARTMANN_A[i][j] * gap * gap;
            }
            sum += HARTMANN_ALPHA[i] * Math.exp(-exponent);
        }
        return -sum;
    }

    private static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length - 1; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            sum += 100 * valley * valley + (1 - x[i]) * (1 - x[i]);
        }
        return sum;
    }

    private static double ackley(double[] x) {
        double squares = Arrays.stream(x).map(v -> v * v).average().orElseThrow();
        double waves =
                Arrays.stream(x).map(v -> Math.cos(2 * Math.PI * v)).average().orElseThrow();
        return -20 * Math.exp(-0.2 * Math.sqrt(squares)) - Math.exp(waves) + 20 + Math.E;
    }

    private static double rastrigin(double[] x) {
        return 10 * x.length
                + Arrays.stream(x)
                        .map(v -> v * v - 10 * Math.cos(2 * Math.PI * v))
                        .sum();
    }

    private static double[] less(double[] x, double[] shift) {
        double[] moved = x.clone();
        Arrays.setAll(moved, i -> x[i] - shift[i]);
        return moved;
    }

    private static ParameterSpace ackleySpace() {
        double[] real = box(-32.768, 32.768);
        double[] integer = {-32, 32, 1};
        return space(real, real, real, integer, integer);
    }

    private static double[] box(double min, double max) {
        return new double[] {min, max};
    }

    private static ParameterSpace space(int dimensions, double[] side) {
        double[][] sides = new double[dimensions][];
        Arrays.fill(sides, side);
        return space(sides);
    }

    private static ParameterSpace space(double[]... sides) {
        List<ParameterInfo> declared = new ArrayList<>();
        for (int i = 0; i < sides.length; i++) {
            double[] side = sides[i];
            @Nullable Double step = side.length > 2 ? (Double) side[2] : null;
            declared.add(new ParameterInfo(
                    "x" + (i + 1),
                    step == null ? ParameterType.REAL : ParameterType.INTEGER,
                    side[0],
                    side[1],
                    step,
                    null,
                    side[0],
                    "",
                    ""));
        }
        return ParameterSpace.of(declared, Map.of());
    }
}
