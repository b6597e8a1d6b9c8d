package studio.engine.search;

import java.util.List;
import java.util.Map;
import studio.model.strategy.ParameterInfo;
import studio.model.strategy.ParameterType;

/** Spaces and evaluations for tests. */
final class Spaces {

    private Spaces() {}

    static ParameterInfo real(String name, double min, double max, Double step) {
        return new ParameterInfo(name, ParameterType.REAL, min, max, step, null, min, "", "");
    }

    static ParameterInfo integer(String name, double min, double max) {
        return new ParameterInfo(name, ParameterType.INTEGER, min, max, 1.0, null, (int) min, "", "");
    }

    static ParameterInfo listed(String name, List<Object> values) {
        return new ParameterInfo(name, ParameterType.INTEGER, null, null, null, values, values.get(0), "", "");
    }

    static ParameterInfo category(String name, List<Object> values) {
        return new ParameterInfo(name, ParameterType.CATEGORY, null, null, null, values, values.get(0), "", "");
    }

    /** A stepless real, a stepped real, an integer, listed numbers, a category. */
    static ParameterSpace mixed() {
        return ParameterSpace.of(
                List.of(
                        real("depth", 0.0005, 0.005, null),
                        real("ratio", 1.5, 4.0, 0.1),
                        integer("candles", 1, 5),
                        listed("holding", List.of(30, 50, 75, 100, 150)),
                        category("fill", List.of("open", "close"))),
                Map.of());
    }

    /** 5 × 4 × 2 = 40 points. */
    static ParameterSpace small() {
        return ParameterSpace.of(
                List.of(real("ratio", 1, 3, 0.5), integer("candles", 1, 4), category("fill", List.of("open", "close"))),
                Map.of());
    }

    static ParameterSpace plane() {
        return ParameterSpace.of(List.of(real("x", -5, 10, null), real("y", 0, 15, null)), Map.of());
    }

    /** Branin's function turned over: its maximum is −0.397887. */
    static double branin(ParameterSet p) {
        double x = p.real("x");
        double y = p.real("y");
        double bend = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
        return -(bend * bend + 10 * (1 - 1 / (8 * Math.PI)) * StrictMath.cos(x) + 10);
    }

    static Evaluation score(double score) {
        return new Evaluation(studio.model.job.TrialState.COMPLETE, score, 0, null, null);
    }

    /** Some score of every point of {@link #mixed()}; points with few candles and a high ratio are infeasible. */
    static Evaluation mixedScore(ParameterSet p) {
        if (p.integer("candles") <= 2 && p.real("ratio") > 3) {
            return Evaluation.infeasible(p.real("ratio") - 3, null, "too few trades");
        }
        double off = (p.real("depth") - 0.002) / 0.001;
        return score(p.real("ratio")
                - off * off
                + p.integer("holding") / 100.0
                + (p.text("fill").equals("open") ? 1 : 0));
    }
}
