package studio.engine.trust;

/**
 * What the best of many trials reaches without any skill: the False Strategy theorem (Bailey, Borwein, López de Prado and
 * Zhu, Pseudo-Mathematics and Financial Charlatanism, Notices of the AMS 61(5), 2014; Bailey and López de Prado, The
 * Deflated Sharpe Ratio, 2014, equation 1).
 */
public final class BestByLuck {
    /** Euler and Mascheroni's constant. */
    private static final double GAMMA = 0.577215664901532860606512090082;

    private BestByLuck() {}

    /**
     * Expected maximum of that many independent standard normal draws:
     * {@code (1 − γ) Z⁻¹(1 − 1/N) + γ Z⁻¹(1 − 1/(N e))}.
     *
     * @param trials at least 1
     * @return 0 for one trial, which had no choice
     */
    public static double expectedMaximum(long trials) {
        if (trials < 1) {
            throw new IllegalArgumentException("trials = " + trials + " is below 1");
        }
        return trials == 1
                ? 0
                : -(1 - GAMMA) * Gaussian.quantile(1.0 / trials) - GAMMA * Gaussian.quantile(1 / (trials * Math.E));
    }

    /**
     * Annualized Sharpe ratio that the best of that many independent strategies without skill is expected to show:
     * without skill a ratio measured over {@code years} deviates by {@code 1/√years} (Lo, The Statistics of Sharpe
     * Ratios, Financial Analysts Journal 58(4), 2002).
     *
     * @param years length of the track record, above 0
     */
    public static double annualSharpe(long trials, double years) {
        return expectedMaximum(trials) / Math.sqrt(years);
    }
}
