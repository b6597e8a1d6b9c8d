package studio.model.job;

/**
 * What trading costs and how much is risked.
 *
 * @param initialCapital in quote currency, above 0
 * @param feeRate fraction of the notional of each side, 0..0.1
 * @param slippageRate fraction by which every fill is worse than its price, 0..0.1
 * @param riskPerTrade fraction of equity lost when the stop is hit, above 0, at most 1
 * @param fill where signals are filled
 */
public record CostSettings(
        double initialCapital, double feeRate, double slippageRate, double riskPerTrade, FillRule fill) {

    /** 10,000 capital, 0.1 % fee, 0.05 % slippage, 2 % risk, filled at the next open. */
    public static CostSettings standard() {
        return new CostSettings(10_000, 0.001, 0.0005, 0.02, FillRule.NEXT_OPEN);
    }
}
