package studio.engine.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gaussian-process optimization. A first design fills the space evenly; then every second point goes where a model of
 * the whole space promises most, and every other one where a model of the surroundings of the best point does, inside a
 * trust region. Each point of a batch assumes that those before it came out as expected.
 *
 * <p>A batch is small at first: what a trial teaches is worth most while there are few.
 */
final class BayesianOptimizer implements Optimizer {
    /** From trial {@value #SOON_ENOUGH} on. */
    static final int BATCH = 4;

    static final int EARLY_BATCH = 2;
    static final int SOON_ENOUGH = 200;

    private static final int CENTRES = 5;

    private final ParameterSpace space;
    private final long seed;
    private final CancellationToken cancel;
    private final int design;
    private final HaltonSequence halton;
    private final Freshness freshness;
    private final ScoreModel scores;
    private final LocalModel surroundings;
    private final FeasibilityModel feasibility;
    private final TrustRegion region = new TrustRegion();
    /** Those of the last batch that the trust region answers for. */
    private final Set<ParameterSet> local = new HashSet<>();

    private double best = Double.NEGATIVE_INFINITY;
    private int told;
    private int drawn;

    /** @param cancel ends a proposal early; what it then gives is not to be used */
    BayesianOptimizer(ParameterSpace space, long seed, CancellationToken cancel) {
        this.space = space;
        this.seed = seed;
        this.cancel = cancel;
        // A multiple of the batch, so that a longer search begins with the shorter one.
        this.design = BATCH * Math.max(2, (space.size() + 5) / BATCH);
        this.halton = new HaltonSequence(space.size(), seed);
        this.freshness = new Freshness(space, seed);
        Coordinate[] coordinates = Coordinate.of(space);
        this.scores = new ScoreModel(coordinates, true, cancel);
        this.surroundings = new LocalModel(coordinates, cancel);
        this.feasibility = new FeasibilityModel(coordinates, cancel);
    }

    @Override
    public List<ParameterSet> ask(int limit) {
        List<ParameterSet> batch = new ArrayList<>();
        if (told < design) {
            fillEvenly(batch, Math.min(limit, design - told));
        } else {
            proposeByModel(batch, Math.min(limit, told < SOON_ENOUGH ? EARLY_BATCH : BATCH));
        }
        return batch;
    }

    @Override
    public void tell(List<Trial> batch) {
        for (Trial trial : batch) {
            told++;
            double[] place = space.encode(trial.parameters());
            double score = trial.isFeasible() ? trial.evaluation().score() : Double.NEGATIVE_INFINITY;
            if (local.contains(trial.parameters())) {
                region.tell(score > best);
            }
            best = Math.max(best, score);
            feasibility.add(place, trial.evaluation());
            if (trial.isFeasible()) {
                scores.add(place, score);
            }
        }
    }

    private void fillEvenly(List<ParameterSet> batch, int size) {
        for (int tries = 0; batch.size() < size && tries < 20 * design; tries++) {
            drawn++;
            freshness.claim(space.decode(halton.point(drawn)), batch);
        }
        while (batch.size() < size && freshness.claimLeftover(batch)) {
            // A small space: the rest comes from what is left of it.
        }
    }

    private void proposeByModel(List<ParameterSet> batch, int size) {
        local.clear();
        Proposer proposer = new Proposer(size);
        while (batch.size() < size && !cancel.isCancelled()) {
            boolean near = (told + batch.size()) % 2 == 1 && scores.size() > space.size();
            AcquisitionSearch.Candidate found = near ? proposer.near(batch) : proposer.wide(batch);
            if (found == null) {
                if (!freshness.claimLeftover(batch)) {
                    return;
                }
            } else {
                freshness.claim(space.decode(found.place()), batch);
                if (near) {
                    local.add(batch.get(batch.size() - 1));
                }
            }
        }
    }

    /** Finds the points of one batch. */
    private final class Proposer {
        private final int size;
        private final SeededRandom random;
        private final List<double[]> centres = scores.bestPlaces(CENTRES);
        private @Nullable Acquisition wide;
        private @Nullable Acquisition near;
        private int assumedWide;
        private int assumedNear;

        Proposer(int size) {
            this.size = size;
            this.random = new SeededRandom(SeededRandom.mix(seed, freshness.size() + 2L));
        }

        /** What promises most in the whole space; null when nothing fresh was found. */
        AcquisitionSearch.@Nullable Candidate wide(List<ParameterSet> batch) {
            if (wide == null) {
                wide = new Acquisition(scores.size() == 0 ? null : scores.process(size), feasibility.process(size));
            }
            for (; assumedWide < batch.size(); assumedWide++) {
                wide.assume(space.encode(batch.get(assumedWide)));
            }
            return search(null, 1).best(wide, centres, this::isFresh);
        }

        /** What promises most around the best trial; null when nothing fresh was found. */
        AcquisitionSearch.@Nullable Candidate near(List<ParameterSet> batch) {
            double[] centre = centres.get(0);
            if (near == null) {
                near = new Acquisition(
                        surroundings.process(scores.places(), scores.values(), centre, region.side(), size),
                        feasibility.process(size));
            }
            for (; assumedNear < batch.size(); assumedNear++) {
                near.assume(space.encode(batch.get(assumedNear)));
            }
            return search(centre, region.side()).best(near, centres.subList(0, 1), this::isFresh);
        }

        private AcquisitionSearch search(double @Nullable [] centre, double side) {
            return new AcquisitionSearch(space, random, new AcquisitionSearch.Box(space, centre, side), cancel);
        }

        private boolean isFresh(double[] place) {
            return freshness.isFresh(space.decode(place));
        }
    }
}
