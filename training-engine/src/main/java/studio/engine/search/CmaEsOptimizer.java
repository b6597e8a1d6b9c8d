package studio.engine.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * CMA-ES (Hansen 2016) in a mixed space: generations drawn from a distribution that moves, turns and shrinks towards
 * what was best. It begins at the best point of an even design rather than in the middle of the space, and when it has
 * settled it begins anew elsewhere with twice the population (Auger and Hansen 2005, IPOP). Constraints count by rank:
 * a point that missed by less is better.
 *
 * <p>A sample that repeats an earlier point is answered from memory.
 */
final class CmaEsOptimizer implements Optimizer {
    private static final double START_SIGMA = 0.2;
    private static final double RESTART_SIGMA = 0.3;
    private static final double SETTLED = 1e-7;
    private static final double LONGEST_ELONGATION = 1e7;
    private static final int LARGEST_GROWTH = 16;
    /** Generations that bring nothing new in a row, before the search begins anew elsewhere. */
    private static final int IDLE = 20;

    private static final int IDLE_RESTARTS = 5;

    private final ParameterSpace space;
    private final SeededRandom random;
    private final SobolSequence design;
    private final int designSize;
    private final int smallest;
    private final Freshness freshness;
    private final Map<ParameterSet, Trial> told = new HashMap<>();
    private int population;
    private int idle;
    private MixedDistribution distribution;
    private double[] stretch = {};
    private List<MixedDistribution.Sample> generation = List.of();
    private List<ParameterSet> points = List.of();
    private int flat;

    CmaEsOptimizer(ParameterSpace space, long seed) {
        this.space = space;
        this.random = new SeededRandom(SeededRandom.mix(seed, 2));
        this.design = new SobolSequence(space.size(), seed);
        this.freshness = new Freshness(space, seed);
        this.smallest = 4 + (int) (3 * StrictMath.log(Math.max(2, space.size())));
        this.population = smallest;
        this.designSize = 2 * smallest;
        this.distribution = new MixedDistribution(space.dimensions(), uniform(), RESTART_SIGMA, population);
    }

    @Override
    public List<ParameterSet> ask(int limit) {
        List<ParameterSet> batch = new ArrayList<>();
        if (told.size() < designSize) {
            int wanted = Math.min(limit, designSize - told.size());
            for (int tries = 0; batch.size() < wanted && tries < 20 * designSize; tries++) {
                freshness.claim(space.decode(design.next()), batch);
            }
        } else {
            for (int tries = 0; batch.isEmpty() && tries < IDLE * IDLE_RESTARTS; tries++) {
                askGeneration(batch, limit);
            }
        }
        while (batch.isEmpty() && freshness.claimLeftover(batch)) {
            // A small space, or one whose every promising point is known: the rest comes from what is left of it.
        }
        return batch;
    }

    private void askGeneration(List<ParameterSet> batch, int limit) {
        if (generation.isEmpty()) {
            draw();
        }
        for (ParameterSet point : points) {
            if (batch.size() < limit) {
                freshness.claim(point, batch);
            }
        }
        if (batch.isEmpty()) {
            idle++;
            learn();
        } else {
            idle = 0;
        }
    }

    private void draw() {
        stretch = distribution.stretch();
        generation = new ArrayList<>();
        points = new ArrayList<>();
        for (int i = 0; i < population; i++) {
            MixedDistribution.Sample sample = distribution.sample(random, stretch);
            generation.add(sample);
            points.add(space.decode(sample.place()));
        }
    }

    @Override
    public void tell(List<Trial> batch) {
        batch.forEach(trial -> told.put(trial.parameters(), trial));
        if (generation.isEmpty()) {
            if (told.size() >= designSize && distribution.normal().generations() == 0) {
                begin(told.values().stream().min(TrialOrder.BEST_FIRST).orElseThrow());
            }
        } else if (told.keySet().containsAll(points)) {
            learn();
        }
    }

    private void begin(Trial best) {
        double[] mean = space.encode(best.parameters());
        for (int d = 0; d < mean.length; d++) {
            mean[d] = Double.isNaN(mean[d]) ? random.nextDouble() : mean[d];
        }
        distribution = new MixedDistribution(space.dimensions(), mean, START_SIGMA, population);
    }

    private record Sampled(MixedDistribution.Sample sample, Trial trial) {}

    private void learn() {
        List<Sampled> bestFirst = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            bestFirst.add(new Sampled(generation.get(i), Objects.requireNonNull(told.get(points.get(i)))));
        }
        bestFirst.sort(Comparator.comparing(Sampled::trial, TrialOrder.BEST_FIRST));
        distribution.update(bestFirst.stream().map(Sampled::sample).toList(), stretch);
        Trial best = bestFirst.get(0).trial();
        Trial worst = bestFirst.get(bestFirst.size() - 1).trial();
        boolean level = best.isFeasible()
                && worst.isFeasible()
                && best.evaluation().score() == worst.evaluation().score();
        flat = level ? flat + 1 : 0;
        generation = List.of();
        points = List.of();
        if (hasSettled()) {
            restart();
        }
    }

    private boolean hasSettled() {
        CmaDistribution normal = distribution.normal();
        int n = space.size();
        double longest = 100 + 50.0 * (n + 3) * (n + 3) / Math.sqrt(population);
        return normal.widest() < SETTLED
                || normal.elongation() > LONGEST_ELONGATION
                || flat > 10 + 30 * n / population
                || idle >= IDLE
                || normal.generations() > longest;
    }

    private void restart() {
        population = Math.min(2 * population, LARGEST_GROWTH * smallest);
        distribution = new MixedDistribution(space.dimensions(), uniform(), RESTART_SIGMA, population);
        idle = 0;
        flat = 0;
    }

    private double[] uniform() {
        double[] place = new double[space.size()];
        for (int d = 0; d < place.length; d++) {
            place[d] = random.nextDouble();
        }
        return place;
    }
}
