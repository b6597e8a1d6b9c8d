package studio.engine.trust;

/**
 * How sure a measured Sharpe ratio is, given the length and the shape of its track record. Every ratio here is per
 * period, not annualized.
 */
public final class SharpeSignificance {
    private SharpeSignificance() {}

    /**
     * Probabilistic Sharpe ratio: the probability that the true ratio exceeds a benchmark (Bailey and López de Prado,
     * The Sharpe Ratio Efficient Frontier, Journal of Risk 15(2), 2012, section 3). With the benchmark of
     * {@link BestByLuck} it is the deflated Sharpe ratio (Bailey and López de Prado, The Deflated Sharpe Ratio, Journal
     * of Portfolio Management 40(5), 2014).
     *
     * @param count returns in the track record, at least 2
     * @param skewness of the returns
     * @param kurtosis of the returns, 3 for normal ones
     * @return 0..1; NaN when it is undefined
     */
    public static double probabilistic(
            double sharpe, double benchmark, double count, double skewness, double kurtosis) {
        double shape = shape(sharpe, skewness, kurtosis);
        return count >= 2 && shape > 0
                ? Gaussian.cdf((sharpe - benchmark) * Math.sqrt(count - 1) / Math.sqrt(shape))
                : Double.NaN;
    }

    /**
     * Minimum track record length: how many returns it takes to be that sure that the true ratio exceeds the benchmark
     * (the same paper of 2012).
     *
     * @param confidence inside 0..1, e.g. 0.95
     * @return NaN unless the measured ratio is above the benchmark
     */
    public static double minimumTrackRecord(
            double sharpe, double benchmark, double skewness, double kurtosis, double confidence) {
        double shape = shape(sharpe, skewness, kurtosis);
        if (!(sharpe > benchmark) || !(shape > 0)) {
            return Double.NaN;
        }
        double needed = Gaussian.quantile(confidence) / (sharpe - benchmark);
        return 1 + shape * needed * needed;
    }

    /** Variance of the estimated ratio, times the number of returns (Mertens 2002; Lo 2002 for normal returns). */
    private static double shape(double sharpe, double skewness, double kurtosis) {
        return 1 - skewness * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe;
    }
}
