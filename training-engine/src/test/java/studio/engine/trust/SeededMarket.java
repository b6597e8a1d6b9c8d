package studio.engine.trust;

import studio.engine.market.Candles;
import studio.engine.search.SeededRandom;
import studio.model.market.Timeframe;

/**
 * Candles of a market with clustered volatility and fat tails, with or without a planted edge. Prices move in
 * {@value #STEPS} steps a bar, so that high, low and close come from one path; log volatility is an AR(1) process with a
 * half-life of about two days, steps are normal given it. With strength 0 it is a martingale: nothing can be gained but
 * luck.
 *
 * @param edge what is planted
 * @param strength 0 or more, in standard deviations of a bar
 */
record SeededMarket(Edge edge, double strength) {

    private static final int STEPS = 8;
    private static final int REGIME_BARS = 60;
    private static final int REVERSION_BARS = 6;
    /** 65 % a year, about that of a large crypto pair. */
    private static final double ANNUAL_VOLATILITY = 0.65;

    private static final double PERSISTENCE = 0.95;
    private static final double VOLATILITY_OF_VOLATILITY = 0.15;

    /** What can be gained from. */
    enum Edge {
        /** Drift has a sign that flips at random, on average every {@value #REGIME_BARS} bars, and the strength's size. */
        TREND,
        /**
         * The price is a martingale times the exponential of a deviation that is drawn back to 0, with a half-life of
         * {@value #REVERSION_BARS} bars; the strength is its standard deviation.
         */
        REVERSION
    }

    static SeededMarket noise() {
        return new SeededMarket(Edge.TREND, 0);
    }

    static SeededMarket trend(double strength) {
        return new SeededMarket(Edge.TREND, strength);
    }

    static SeededMarket reversion(double strength) {
        return new SeededMarket(Edge.REVERSION, strength);
    }

    Candles candles(long seed, int bars, Timeframe timeframe) {
        SeededRandom random = new SeededRandom(SeededRandom.mix(seed, 77));
        SeededRandom deviations = new SeededRandom(SeededRandom.mix(seed, 78));
        double barsPerYear = 365.25 * 86_400_000.0 / timeframe.millis();
        double usual = ANNUAL_VOLATILITY / Math.sqrt(barsPerYear);
        double drifting = edge == Edge.TREND ? strength * usual / STEPS : 0;
        double reverting = edge == Edge.REVERSION ? strength * usual : 0;
        double kept = Math.pow(0.5, 1.0 / (REVERSION_BARS * STEPS));
        long[] time = new long[bars];
        double[] open = new double[bars];
        double[] high = new double[bars];
        double[] low = new double[bars];
        double[] close = new double[bars];
        double[] volume = new double[bars];
        double price = 100;
        double away = 0;
        double logVolatility = 0;
        int trend = random.nextDouble() < 0.5 ? 1 : -1;
        for (int i = 0; i < bars; i++) {
            logVolatility = PERSISTENCE * logVolatility + VOLATILITY_OF_VOLATILITY * random.nextGaussian();
            trend = random.nextDouble() < 1.0 / REGIME_BARS ? -trend : trend;
            double deviation = usual * Math.exp(logVolatility) / Math.sqrt(STEPS);
            time[i] = 1_420_070_400_000L + i * timeframe.millis();
            open[i] = price;
            high[i] = price;
            low[i] = price;
            for (int s = 0; s < STEPS; s++) {
                double before = away;
                away = kept * away + reverting * Math.sqrt(1 - kept * kept) * deviations.nextGaussian();
                price *= Math.exp(drifting * trend
                        + (away - before)
                        - deviation * deviation / 2
                        + deviation * random.nextGaussian());
                high[i] = Math.max(high[i], price);
                low[i] = Math.min(low[i], price);
            }
            close[i] = price;
            volume[i] = 100 * Math.exp(logVolatility + 0.5 * random.nextGaussian());
        }
        return new Candles(timeframe, time, open, high, low, close, volume);
    }
}
