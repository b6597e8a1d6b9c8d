package studio.engine.trust;

/**
 * The shape of a sample of returns, none of it annualized.
 *
 * @param count how many returns
 * @param mean of simple returns
 * @param deviation sample standard deviation (n − 1); NaN below two returns
 * @param skewness third standardized moment (of the population: divided by n); NaN without variance
 * @param kurtosis fourth standardized moment, 3 for a normal distribution; NaN without variance
 */
public record ReturnMoments(int count, double mean, double deviation, double skewness, double kurtosis) {

    /** Of these returns, in any order. */
    public static ReturnMoments of(double[] returns) {
        int n = returns.length;
        double mean = 0;
        for (double value : returns) {
            mean += value / n;
        }
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (double value : returns) {
            double d = value - mean;
            second += d * d;
            third += d * d * d;
            fourth += d * d * d * d;
        }
        double variance = second / n;
        boolean flat = !(variance > 0);
        return new ReturnMoments(
                n,
                mean,
                n < 2 ? Double.NaN : Math.sqrt(second / (n - 1)),
                flat ? Double.NaN : third / n / (variance * Math.sqrt(variance)),
                flat ? Double.NaN : fourth / n / (variance * variance));
    }

    /** Mean over standard deviation, per period; NaN without variance. */
    public double sharpe() {
        return deviation > 0 ? mean / deviation : Double.NaN;
    }
}
