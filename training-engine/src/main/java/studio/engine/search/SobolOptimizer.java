package studio.engine.search;

import java.util.ArrayList;
import java.util.List;

/** Points of a scrambled Sobol sequence; once those only repeat what was proposed, seeded random ones. */
final class SobolOptimizer implements Optimizer {
    private static final int REPEATS = 1_000;

    private final ParameterSpace space;
    private final SobolSequence sequence;
    private final Freshness freshness;
    private boolean worn;

    SobolOptimizer(ParameterSpace space, long seed) {
        this.space = space;
        this.sequence = new SobolSequence(space.size(), seed);
        this.freshness = new Freshness(space, seed);
    }

    @Override
    public List<ParameterSet> ask(int limit) {
        List<ParameterSet> batch = new ArrayList<>();
        int wanted = Math.min(limit, GridOptimizer.BATCH);
        int repeats = 0;
        while (batch.size() < wanted && !worn) {
            boolean fresh = freshness.claim(space.decode(sequence.next()), batch);
            repeats = fresh ? 0 : repeats + 1;
            worn = repeats == REPEATS;
        }
        while (batch.size() < wanted && freshness.claimLeftover(batch)) {
            // A small space: the rest comes from what is left of it.
        }
        return batch;
    }

    @Override
    public void tell(List<Trial> batch) {
        // An even spread learns nothing.
    }
}
