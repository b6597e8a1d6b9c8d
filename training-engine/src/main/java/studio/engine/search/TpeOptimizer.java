package studio.engine.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Tree-structured Parzen estimator (Bergstra et al. 2011) with multivariate kernels: a density of the best trials and
 * one of the rest; of many places drawn from the first, the one where it exceeds the second most is proposed. Cheap,
 * indifferent to the scale of scores, and to how rough they are.
 *
 * <p>The best are feasible ones first, then those that missed the constraint least, so that an infeasible trial leads
 * back. Points of a batch count among the rest for those after them.
 */
final class TpeOptimizer implements Optimizer {
    /** While trials are few, learning from each counts more than many threads (decision 14). */
    private static final int PAIRS_UNTIL = 200;

    private static final int SMALL_BATCH = 2;
    private static final int BATCH = 4;
    private static final int DESIGN = 12;
    private static final double GOOD_SHARE = 0.15;
    private static final int MOST_GOOD = 25;
    /** Keeps a suggestion's cost the same however many trials there are. */
    private static final int MOST_REST = 500;

    private static final int CANDIDATES = 64;

    private final ParameterSpace space;
    private final long seed;
    private final SobolSequence design;
    private final Freshness freshness;
    private final TreeSet<Trial> told = new TreeSet<>(TrialOrder.BEST_FIRST);

    TpeOptimizer(ParameterSpace space, long seed) {
        this.space = space;
        this.seed = seed;
        this.design = new SobolSequence(space.size(), seed);
        this.freshness = new Freshness(space, seed);
    }

    @Override
    public List<ParameterSet> ask(int limit) {
        List<ParameterSet> batch = new ArrayList<>();
        if (told.size() < DESIGN) {
            int wanted = Math.min(limit, DESIGN - told.size());
            for (int tries = 0; batch.size() < wanted && tries < 20 * DESIGN; tries++) {
                freshness.claim(space.decode(design.next()), batch);
            }
            while (batch.size() < wanted && freshness.claimLeftover(batch)) {
                // A small space: the rest comes from what is left of it.
            }
        } else {
            propose(batch, Math.min(limit, told.size() < PAIRS_UNTIL ? SMALL_BATCH : BATCH));
        }
        return batch;
    }

    @Override
    public void tell(List<Trial> batch) {
        told.addAll(batch);
    }

    private void propose(List<ParameterSet> batch, int size) {
        List<double[]> good = new ArrayList<>();
        List<double[]> rest = new ArrayList<>();
        split(good, rest);
        ParzenMixture promising = new ParzenMixture(space.dimensions(), good);
        SeededRandom random = new SeededRandom(SeededRandom.mix(seed, freshness.size() + 2L));
        ParzenMixture others = new ParzenMixture(space.dimensions(), rest);
        while (batch.size() < size) {
            if (!claimBest(promising, others, random, batch) && !freshness.claimLeftover(batch)) {
                return;
            }
            others.add(space.encode(batch.get(batch.size() - 1)));
        }
    }

    private void split(List<double[]> good, List<double[]> rest) {
        int wanted = Math.min(MOST_GOOD, (int) Math.ceil(GOOD_SHARE * told.size()));
        int others = told.size() - wanted;
        int rank = 0;
        for (Trial trial : told) {
            int behind = rank - wanted;
            if (rank < wanted) {
                good.add(space.encode(trial.parameters()));
            } else if (others <= MOST_REST
                    || (long) behind * MOST_REST / others != (behind - 1L) * MOST_REST / others) {
                // An even sample over the ranks.
                rest.add(space.encode(trial.parameters()));
            }
            rank++;
        }
    }

    private boolean claimBest(
            ParzenMixture promising, ParzenMixture others, SeededRandom random, List<ParameterSet> batch) {
        record Candidate(ParameterSet point, double promise) {}
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < CANDIDATES; i++) {
            ParameterSet point = space.decode(promising.draw(random));
            if (freshness.isFresh(point)) {
                double[] place = space.encode(point);
                candidates.add(new Candidate(point, promising.logDensity(place) - others.logDensity(place)));
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::promise).reversed());
        return !candidates.isEmpty() && freshness.claim(candidates.get(0).point(), batch);
    }
}
