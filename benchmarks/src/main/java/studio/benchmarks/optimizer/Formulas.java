package studio.benchmarks.optimizer;

import java.util.Arrays;

/** Test functions by their usual formulas (Surjanovic and Bingham, Virtual Library of Simulation Experiments). */
final class Formulas {

    private Formulas() {}

    static double branin(double... x) {
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

    static double hartmann6(double[] x) {
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

    static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length - 1; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            sum += 100 * valley * valley + (1 - x[i]) * (1 - x[i]);
        }
        return sum;
    }

    static double ackley(double[] x) {
        double squares = Arrays.stream(x).map(v -> v * v).average().orElseThrow();
        double waves =
                Arrays.stream(x).map(v -> Math.cos(2 * Math.PI * v)).average().orElseThrow();
        return -20 * Math.exp(-0.2 * Math.sqrt(squares)) - Math.exp(waves) + 20 + Math.E;
    }

    static double rastrigin(double[] x) {
        return 10 * x.length
                + Arrays.stream(x)
                        .map(v -> v * v - 10 * Math.cos(2 * Math.PI * v))
                        .sum();
    }

    static double levy(double[] x) {
        double[] w = Arrays.stream(x).map(v -> 1 + (v - 1) / 4).toArray();
        double first = Math.sin(Math.PI * w[0]);
        double last = w[w.length - 1];
        double wave = Math.sin(2 * Math.PI * last);
        double sum = first * first + (last - 1) * (last - 1) * (1 + wave * wave);
        for (int i = 0; i < w.length - 1; i++) {
            double inner = Math.sin(Math.PI * w[i] + 1);
            sum += (w[i] - 1) * (w[i] - 1) * (1 + 10 * inner * inner);
        }
        return sum;
    }

    static double griewank(double[] x) {
        double product = 1;
        for (int i = 0; i < x.length; i++) {
            product *= Math.cos(x[i] / Math.sqrt(i + 1));
        }
        return Arrays.stream(x).map(v -> v * v / 4000).sum() - product + 1;
    }

    static double styblinskiTang(double[] x) {
        return Arrays.stream(x).map(v -> v * v * v * v - 16 * v * v + 5 * v).sum() / 2;
    }

    static double michalewicz(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.sin(x[i]) * Math.pow(Math.sin((i + 1) * x[i] * x[i] / Math.PI), 20);
        }
        return -sum;
    }

    /** Six-hump camel, as Gomez and Levy (1982) use it under a constraint. */
    static double camel(double[] x) {
        double a = x[0] * x[0];
        double b = x[1] * x[1];
        return 4 * a - 2.1 * a * a + a * a * a / 3 + x[0] * x[1] - 4 * b + 4 * b * b;
    }

    /** Above 0 where Gomez and Levy's constraint is missed. */
    static double gomezLevyViolation(double[] x) {
        double wave = Math.sin(2 * Math.PI * x[1]);
        return -Math.sin(4 * Math.PI * x[0]) + 2 * wave * wave - 1.5;
    }
}
