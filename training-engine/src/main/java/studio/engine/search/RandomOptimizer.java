package studio.engine.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Uniform draws from a space with at least one stepless range; a chance repeat is drawn again. */
final class RandomOptimizer implements Optimizer {
    private final ParameterSpace space;
    private final SeededRandom random;
    private final Set<ParameterSet> drawn = new HashSet<>();

    RandomOptimizer(ParameterSpace space, long seed) {
        this.space = space;
        this.random = new SeededRandom(seed);
    }

    @Override
    public List<ParameterSet> ask(int limit) {
        List<ParameterSet> batch = new ArrayList<>();
        double[] unit = new double[space.size()];
        while (batch.size() < Math.min(limit, GridOptimizer.BATCH)) {
            for (int d = 0; d < unit.length; d++) {
                unit[d] = random.nextDouble();
            }
            ParameterSet point = space.decode(unit);
            if (drawn.add(point)) {
                batch.add(point);
            }
        }
        return batch;
    }

    @Override
    public void tell(List<Trial> batch) {
        // Random search learns nothing.
    }
}
