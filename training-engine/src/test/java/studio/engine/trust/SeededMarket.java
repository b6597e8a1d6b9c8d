package studio.engine.trust;

import studio.engine.market.Candles;
import studio.engine.search.SeededRandom;
import studio.model.market.Timeframe;

/**
 * Candles of a market with clustered volatility and fat tails, with or without a planted trend. Prices move in
 * {@value #STEPS} steps a bar, so that high, low and close come from one path; log volatility is an AR(1) process with a
 * half-life of about two days, steps are normal given it.
 *
 * <p>The planted edge: drift has a sign that flips at random, on average every {@value #REGIME_BARS} bars, and a size of
 * {@code strength} standard deviations of a bar. With strength 0 it is a martingale: nothing can be gained but luck.
 */
final class SeededMarket {
    /** The strength of the edge that the report must find: see {@code docs/trust-report.md} for what it is worth. */
    static final double PLANTED = 0.25;

    private static final int STEPS = 8;
    private static final int REGIME_BARS = 60;
    /** 65 % a year, about that of a large crypto pair. */
    private static final double ANNUAL_VOLATILITY = 0.65;

    private static final double PERSISTENCE = 0.95;
    private static final double VOLATILITY_OF_VOLATILITY = 0.15;

    private SeededMarket() {}

    static Candles of(long seed, int bars, Timeframe timeframe, double strength) {
        SeededRandom random = new SeededRandom(SeededRandom.mix(seed, 77));
        double barsPerYear = 365.25 * 86_400_000.0 / timeframe.millis();
        double usual = ANNUAL_VOLATILITY / Math.sqrt(barsPerYear);
        long[] time = new long[bars];
        double[] open = new double[bars];
        double[] high = new double[bars];
        double[] low = new double[bars];
        double[] close = new double[bars];
        double[] volume = new double[bars];
        double price = 100;
        double logVolatility = 0;
        int trend = random.nextDouble() < 0.5 ? 1 : -1;
        for (int i = 0; i < bars; i++) {
            logVolatility = PERSISTENCE * logVolatility + VOLATILITY_OF_VOLATILITY * random.nextGaussian();
            trend = random.nextDouble() < 1.0 / REGIME_BARS ? -trend : trend;
            double deviation = usual * Math.exp(logVolatility) / Math.sqrt(STEPS);
            double drift = strength * trend * usual / STEPS;
            time[i] = 1_420_070_400_000L + i * timeframe.millis();
            open[i] = price;
            high[i] = price;
            low[i] = price;
            for (int s = 0; s < STEPS; s++) {
                price *= Math.exp(drift - deviation * deviation / 2 + deviation * random.nextGaussian());
                high[i] = Math.max(high[i], price);
                low[i] = Math.min(low[i], price);
            }
            close[i] = price;
            volume[i] = 100 * Math.exp(logVolatility + 0.5 * random.nextGaussian());
        }
        return new Candles(timeframe, time, open, high, low, close, volume);
    }
}
