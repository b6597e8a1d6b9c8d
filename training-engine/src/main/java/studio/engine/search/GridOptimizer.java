package studio.engine.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every point of the grid once, in order, or in a seeded order so that a part of it is an even sample. */
final class GridOptimizer implements Optimizer {
    /** Large, so that threads rarely wait for the last trial of a batch. */
    static final int BATCH = 256;

    private final ParameterSpace space;
    private final long size;
    private final @Nullable Permutation order;
    private long next;

    GridOptimizer(ParameterSpace space, long size, @Nullable Permutation order) {
        this.space = space;
        this.size = size;
        this.order = order;
    }

    @Override
    public List<ParameterSet> ask(int limit) {
        List<ParameterSet> batch = new ArrayList<>();
        while (next < size && batch.size() < Math.min(limit, BATCH)) {
            batch.add(space.gridPoint(order == null ? next : order.at(next)));
            next++;
        }
        return batch;
    }

    @Override
    public void tell(List<Trial> batch) {
        // A grid learns nothing.
    }
}
