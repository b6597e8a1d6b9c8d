package studio.benchmarks.optimizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.engine.search.ParameterSpace;
import studio.model.strategy.ParameterInfo;
import studio.model.strategy.ParameterType;

/** Parameter spaces x1, x2, … of boxes. */
final class Spaces {

    private Spaces() {}

    static double[] real(double min, double max) {
        return new double[] {min, max};
    }

    static double[] whole(int min, int max) {
        return new double[] {min, max, 1};
    }

    static ParameterSpace cube(int dimensions, double min, double max) {
        double[][] sides = new double[dimensions][];
        Arrays.fill(sides, real(min, max));
        return box(sides);
    }

    /** @param sides {@code min, max} of a real coordinate, {@code min, max, step} of a whole one */
    static ParameterSpace box(double[]... sides) {
        List<ParameterInfo> declared = new ArrayList<>();
        for (int i = 0; i < sides.length; i++) {
            declared.add(parameter("x" + (i + 1), sides[i]));
        }
        return ParameterSpace.of(declared, Map.of());
    }

    /** A choice of three kinds, two of which have parameters of their own. */
    static ParameterSpace conditional() {
        ParameterInfo kind = new ParameterInfo(
                "kind", ParameterType.CATEGORY, null, null, null, List.of("plain", "branin", "bowl"), "plain", "", "");
        return ParameterSpace.of(
                List.of(
                        kind,
                        parameter("x1", real(-5, 10)).when("kind", "branin"),
                        parameter("x2", real(0, 15)).when("kind", "branin"),
                        parameter("y1", real(-1, 1)).when("kind", "bowl"),
                        parameter("y2", whole(-5, 5)).when("kind", "bowl")),
                Map.of());
    }

    private static ParameterInfo parameter(String name, double[] side) {
        @Nullable Double step = side.length > 2 ? (Double) side[2] : null;
        ParameterType type = step == null ? ParameterType.REAL : ParameterType.INTEGER;
        return new ParameterInfo(name, type, side[0], side[1], step, null, side[0], "", "");
    }
}
