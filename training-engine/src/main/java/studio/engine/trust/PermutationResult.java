package studio.engine.trust;

/**
 * What shuffled bars said.
 *
 * @param observed best score on the real bars; NaN when no point was feasible there
 * @param atLeast permutations whose best score reached it
 * @param permutations that were run
 * @param points that were tried on each
 * @param bars of the series that were used
 */
public record PermutationResult(double observed, int atLeast, int permutations, int points, int bars) {
    /** {@code (1 + atLeast) / (1 + permutations)}; NaN when no point was feasible on the real bars. */
    public double pValue() {
        return Double.isNaN(observed) ? Double.NaN : (1.0 + atLeast) / (1.0 + permutations);
    }
}
