package studio.engine.metric;

/**
 * Mean, variance and downside of returns, taken in one by one (Welford 1962). Not thread-safe.
 *
 * <p>A return is simple: equity at the end of a period over equity at its start, minus one.
 */
public final class ReturnStatistics {
    private long count;
    private double mean;
    private double squares;
    private double downside;

    public void add(double simpleReturn) {
        count++;
        double delta = simpleReturn - mean;
        mean += delta / count;
        squares += delta * (simpleReturn - mean);
        if (simpleReturn < 0) {
            downside += simpleReturn * simpleReturn;
        }
    }

    public long count() {
        return count;
    }

    /** Sample standard deviation (n − 1); NaN below two returns. */
    public double deviation() {
        return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
    }

    /** Standard deviation times the root of the periods a year, in percent; NaN below two returns. */
    public double annualVolatilityPct(double periodsPerYear) {
        return 100 * deviation() * Math.sqrt(periodsPerYear);
    }

    /**
     * Mean return over its standard deviation, times the root of the periods a year, at a risk-free rate of 0 (Sharpe,
     * The Sharpe Ratio, Journal of Portfolio Management 1994). NaN below two returns or without variance.
     */
    public double sharpe(double periodsPerYear) {
        double deviation = deviation();
        return deviation > 0 ? mean / deviation * Math.sqrt(periodsPerYear) : Double.NaN;
    }

    /**
     * Mean return over the downside deviation below 0, {@code √(Σ min(r, 0)² / n)}, annualized (Sortino and Price,
     * Performance Measurement in a Downside Risk Framework, Journal of Investing 1994). NaN below two returns or without
     * a loss.
     */
    public double sortino(double periodsPerYear) {
        return count >= 2 && downside > 0 ? mean / Math.sqrt(downside / count) * Math.sqrt(periodsPerYear) : Double.NaN;
    }
}
