package studio.engine.trust;

/**
 * What the track record says of its own Sharpe ratio.
 *
 * @param periods returns in the track record
 * @param periodsPerYear for annualizing
 * @param sharpe annualized
 * @param luck annualized ratio that the best of all trials is expected to show without skill
 * @param probabilistic probability that the true ratio is above 0
 * @param deflated probability that the true ratio is above what luck alone explains
 * @param periodsNeeded to be 95 % sure that the true ratio is above 0
 */
record SharpeFigures(
        int periods,
        double periodsPerYear,
        double sharpe,
        double luck,
        double probabilistic,
        double deflated,
        double periodsNeeded) {
    static final double CONFIDENCE = 0.95;

    /** Undefined figures are NaN. */
    static SharpeFigures of(TrustCase judged) {
        double[] returns =
                PeriodReturns.of(judged.run(), judged.backtest().costs().initialCapital());
        ReturnMoments moments = ReturnMoments.of(returns);
        double perYear =
                judged.backtest().periods().perYear(judged.run().candles().timeframe());
        double root = Math.sqrt(perYear);
        double luck = luck(judged, returns.length, root);
        double sharpe = moments.sharpe();
        return new SharpeFigures(
                returns.length,
                perYear,
                sharpe * root,
                luck * root,
                SharpeSignificance.probabilistic(sharpe, 0, returns.length, moments.skewness(), moments.kurtosis()),
                SharpeSignificance.probabilistic(sharpe, luck, returns.length, moments.skewness(), moments.kurtosis()),
                SharpeSignificance.minimumTrackRecord(sharpe, 0, moments.skewness(), moments.kurtosis(), CONFIDENCE));
    }

    /**
     * Per period. The trials' measured dispersion as the paper has it, but never below that of independent ratios without
     * skill, 1/√(n−1): a narrow space, or an optimizer that crowds its trials into one corner, would otherwise shrink what
     * luck is granted (decision 16).
     */
    private static double luck(TrustCase judged, int periods, double root) {
        double sampling = 1 / Math.sqrt(periods - 1.0);
        double measured = judged.sample().sharpeDeviation() / root;
        double deviation = measured > sampling ? measured : sampling;
        return periods < 2 ? Double.NaN : deviation * BestByLuck.expectedMaximum(judged.trialsEver());
    }
}
