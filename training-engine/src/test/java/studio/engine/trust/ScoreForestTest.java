package studio.engine.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import studio.engine.search.SeededRandom;

class ScoreForestTest {

    /** Of 3x + y with x and y uniform, x explains 9/10 of the variance and y 1/10. */
    @Test
    void main_effects_of_a_sum_are_its_parts_of_the_variance() {
        double[] effects = effects(point -> 3 * point[0] + point[1]);

        assertThat(effects[0]).isCloseTo(0.9, within(0.06));
        assertThat(effects[1]).isCloseTo(0.1, within(0.06));
        assertThat(effects[2]).isLessThan(0.02);
    }

    /** Of sign(x − ½)·sign(y − ½) neither explains anything by itself. */
    @Test
    void what_two_dimensions_do_only_together_is_no_main_effect() {
        double[] effects = effects(point -> Math.signum(point[0] - 0.5) * Math.signum(point[1] - 0.5));

        assertThat(effects[0] + effects[1]).isLessThan(0.2);
    }

    @Test
    void a_constant_score_has_no_effects() {
        assertThat(effects(point -> 4)).containsExactly(0, 0, 0);
    }

    private static double[] effects(ToDoubleFunction<double[]> function) {
        SeededRandom random = new SeededRandom(1);
        double[][] points = new double[Importances.MOST_TRIALS][3];
        double[] scores = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            scores[i] = function.applyAsDouble(points[i]);
        }
        return ScoreForest.mainEffects(points, scores, 9);
    }
}
