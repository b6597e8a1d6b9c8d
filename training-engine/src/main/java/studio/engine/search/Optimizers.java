package studio.engine.search;

import java.util.Locale;
import java.util.OptionalLong;
import studio.model.job.OptimizerKind;

/** Makes optimizers by their kind. */
public final class Optimizers {

    /** A larger grid is refused. */
    public static final long MAX_GRID = 1_000_000;

    private Optimizers() {}

    /**
     * A new optimizer; the same arguments give the same proposals.
     *
     * @param iterations the planned budget; a grid ignores it. No kind's proposals depend on it, so a longer search
     *     begins with the shorter one
     * @throws IllegalArgumentException when a grid has more than {@link #MAX_GRID} points
     */
    public static Optimizer create(OptimizerKind kind, ParameterSpace space, long seed, int iterations) {
        return create(kind, space, seed, iterations, CancellationToken.NEVER);
    }

    /**
     * A new optimizer that ends its own work early when it is cancelled: what it then proposes is not to be evaluated.
     *
     * @throws IllegalArgumentException when a grid has more than {@link #MAX_GRID} points
     */
    public static Optimizer create(
            OptimizerKind kind, ParameterSpace space, long seed, int iterations, CancellationToken cancel) {
        return switch (kind) {
            case GRID -> new GridOptimizer(space, checkedGridSize(space), null);
            case RANDOM -> random(space, seed);
            case SOBOL -> new SobolOptimizer(space, seed);
            case BAYESIAN -> new BayesianOptimizer(space, seed, cancel);
            case TPE -> new TpeOptimizer(space, seed);
            case CMA_ES -> new CmaEsOptimizer(space, seed);
        };
    }

    /**
     * Points of the grid in a seeded order, for a budget below its size: any first part is an even sample of it.
     *
     * @throws IllegalArgumentException when the grid has more than {@link #MAX_GRID} points
     */
    public static Optimizer sampledGrid(ParameterSpace space, long seed) {
        long size = checkedGridSize(space);
        return new GridOptimizer(space, size, new Permutation(size, seed));
    }

    /**
     * How many trials a search will run: a grid its size ({@code Long.MAX_VALUE} when that exceeds a {@code long}), the
     * others the iterations, or all points when there are fewer.
     */
    public static long plannedTrials(OptimizerKind kind, ParameterSpace space, int iterations) {
        return kind == OptimizerKind.GRID
                ? space.gridSize().orElse(Long.MAX_VALUE)
                : Math.min(iterations, space.points().orElse(Long.MAX_VALUE));
    }

    /** A seed of its own for each part of a job, e.g. each walk-forward window. */
    public static long derivedSeed(long seed, int part) {
        return SeededRandom.mix(seed, part);
    }

    static Optimizer random(ParameterSpace space, long seed) {
        OptionalLong points = space.points();
        return points.isPresent()
                ? new GridOptimizer(space, points.getAsLong(), new Permutation(points.getAsLong(), seed))
                : new RandomOptimizer(space, seed);
    }

    private static long checkedGridSize(ParameterSpace space) {
        OptionalLong size = space.gridSize();
        if (size.isEmpty() || size.getAsLong() > MAX_GRID) {
            String count = size.isEmpty() ? "more than 9e18" : String.format(Locale.ROOT, "%,d", size.getAsLong());
            throw new IllegalArgumentException("optimizer grid would run " + count + " trials, at most "
                    + String.format(Locale.ROOT, "%,d", MAX_GRID)
                    + " are allowed: give steps or values in parameter_space, or choose another optimizer");
        }
        return size.getAsLong();
    }
}
