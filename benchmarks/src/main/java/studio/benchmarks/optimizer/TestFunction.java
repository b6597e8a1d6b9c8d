package studio.benchmarks.optimizer;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import studio.engine.search.Evaluation;
import studio.engine.search.ParameterSet;
import studio.engine.search.ParameterSpace;
import studio.model.job.TrialState;

/**
 * A function to be minimized over a box.
 *
 * @param optimum its least feasible value
 * @param violation above 0 where a point is infeasible
 */
record TestFunction(
        String name,
        double optimum,
        ParameterSpace space,
        ToDoubleFunction<ParameterSet> formula,
        ToDoubleFunction<ParameterSet> violation) {
    private static final double[] ACKLEY_SHIFT = {9.3, -11.7, 6.1, 8, -13};
    private static final double[] RASTRIGIN_SHIFT = {1.37, -2.21, 0.83, -1.59};
    private static final double[] GRIEWANK_SHIFT = {173, -241, 88, -127, 301};

    /** The five of the comparison, and two of them with the optimum moved off the centre. */
    static List<TestFunction> compared() {
        ParameterSpace ackley = Spaces.box(
                Spaces.real(-32.768, 32.768),
                Spaces.real(-32.768, 32.768),
                Spaces.real(-32.768, 32.768),
                Spaces.whole(-32, 32),
                Spaces.whole(-32, 32));
        ParameterSpace rastrigin = Spaces.cube(4, -5.12, 5.12);
        return List.of(
                of("Branin", 0.397887, Spaces.box(Spaces.real(-5, 10), Spaces.real(0, 15)), Formulas::branin),
                of("Hartmann6", -3.32237, Spaces.cube(6, 0, 1), Formulas::hartmann6),
                of("Rosenbrock-5", 0, Spaces.cube(5, -2.048, 2.048), Formulas::rosenbrock),
                of("Ackley-5 mixed", 0, ackley, Formulas::ackley),
                of("Rastrigin-4", 0, rastrigin, Formulas::rastrigin),
                of("Ackley-5 mixed, shifted", 0, ackley, x -> Formulas.ackley(less(x, ACKLEY_SHIFT))),
                of("Rastrigin-4, shifted", 0, rastrigin, x -> Formulas.rastrigin(less(x, RASTRIGIN_SHIFT))));
    }

    /** Functions that no setting of the Bayesian search was chosen by. */
    static List<TestFunction> heldOut() {
        return List.of(
                of("Levy-5", 0, Spaces.cube(5, -10, 10), Formulas::levy),
                of(
                        "Griewank-5, shifted",
                        0,
                        Spaces.cube(5, -600, 600),
                        x -> Formulas.griewank(less(x, GRIEWANK_SHIFT))),
                of("Styblinski-Tang-5", -195.83083, Spaces.cube(5, -5, 5), Formulas::styblinskiTang),
                of("Michalewicz-5", -4.687658, Spaces.cube(5, 0, Math.PI), Formulas::michalewicz),
                new TestFunction(
                        "Gomez-Levy, constrained",
                        -1.031628,
                        Spaces.box(Spaces.real(-1, 0.75), Spaces.real(-1, 1)),
                        point -> Formulas.camel(coordinates(point)),
                        point -> Formulas.gomezLevyViolation(coordinates(point))),
                new TestFunction(
                        "Branin or bowl, conditional",
                        0.397887,
                        Spaces.conditional(),
                        TestFunction::braninOrBowl,
                        point -> 0));
    }

    private static TestFunction of(
            String name, double optimum, ParameterSpace space, ToDoubleFunction<double[]> formula) {
        return new TestFunction(name, optimum, space, point -> formula.applyAsDouble(coordinates(point)), point -> 0);
    }

    /** Larger is better there. */
    Evaluation evaluate(ParameterSet point) {
        double missed = violation.applyAsDouble(point);
        return missed > 0
                ? Evaluation.infeasible(missed, null, "infeasible")
                : new Evaluation(TrialState.COMPLETE, -formula.applyAsDouble(point), 0, null, null);
    }

    private static double braninOrBowl(ParameterSet point) {
        return switch (point.text("kind")) {
            case "branin" -> Formulas.branin(point.real("x1"), point.real("x2"));
            case "bowl" -> 1 + Math.pow(point.real("y1") - 0.3, 2) + Math.pow(point.integer("y2") - 2, 2);
            default -> 3;
        };
    }

    private static double[] coordinates(ParameterSet point) {
        return point.values().values().stream()
                .mapToDouble(value -> ((Number) value).doubleValue())
                .toArray();
    }

    private static double[] less(double[] x, double[] shift) {
        double[] moved = x.clone();
        Arrays.setAll(moved, i -> x[i] - shift[i]);
        return moved;
    }
}
