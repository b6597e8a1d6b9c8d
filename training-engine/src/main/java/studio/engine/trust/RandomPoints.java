package studio.engine.trust;

import java.util.ArrayList;
import java.util.List;
import studio.engine.search.Optimizer;
import studio.engine.search.Optimizers;
import studio.engine.search.ParameterSet;
import studio.engine.search.ParameterSpace;
import studio.model.job.OptimizerKind;

/** Points of a space that no result has chosen: what a search without skill would look at. */
final class RandomPoints {
    private RandomPoints() {}

    /** That many different points, fewer when the space has fewer; the same seed gives the same. */
    static List<ParameterSet> of(ParameterSpace space, long seed, int count) {
        Optimizer random = Optimizers.create(OptimizerKind.RANDOM, space, seed, count);
        List<ParameterSet> points = new ArrayList<>();
        while (points.size() < count) {
            List<ParameterSet> batch = random.ask(count - points.size());
            if (batch.isEmpty()) {
                return points;
            }
            points.addAll(batch);
            random.tell(List.of());
        }
        return points;
    }
}
