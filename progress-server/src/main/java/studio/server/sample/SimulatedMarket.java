package studio.server.sample;

import java.time.Instant;
import java.util.OptionalDouble;
import studio.engine.market.Candles;
import studio.model.market.Timeframe;

/**
 * A year of 5-minute candles of a market that does not exist, a pure function of its seed. It has what real series have
 * and strategies live on:
 *
 * <ul>
 *   <li><b>Volatility clustering.</b> The log-variance is the sum of two AR(1) processes (Taylor 1986), one that
 *       forgets within hours and one that forgets within weeks. Around 60 % a year, jumps and stop runs included.
 *   <li><b>Jumps.</b> One candle in 1,500 moves by a normal shock of eight times its volatility.
 *   <li><b>A day's rhythm.</b> Volatility and volume have a peak at 14:30 UTC and a trough at 03:00 UTC; volume also
 *       follows the size of the move, times log-normal noise.
 *   <li><b>Stop runs.</b> When the price comes near a swing point of the last day, now and then one candle runs through
 *       it by 0.1 to 0.45 %, on three to seven times the volume, and comes back to the level. The next five to
 *       eleven candles lead away from the level in 6 of 10 cases and through it in the others, so that trading each
 *       one blindly does not pay its costs.
 * </ul>
 *
 * <p>Inside a candle the price walks in twelve steps; high and low are what it touched. Prices have two decimals,
 * a candle opens at the last one's close. There is no drift.
 */
final class SimulatedMarket {
    static final long SEED = 20_250_101L;
    static final int CANDLES = 365 * 288;
    static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private static final int STEPS = 12;
    private static final double BASE_VOLATILITY = 0.0016;
    private static final double BASE_VOLUME = 120;
    private static final double JUMP_CHANCE = 1.0 / 1500;
    private static final double RUN_CHANCE = 0.03;
    private static final double NEAR = 0.004;
    private static final double REVERSAL_CHANCE = 0.6;

    private final Noise noise;
    private final SwingMemory swings = new SwingMemory(288);
    private double fastVariance;
    private double slowVariance;
    private int pushLeft;
    private double push;
    private double price = 100;

    private SimulatedMarket(long seed) {
        this.noise = new Noise(seed);
    }

    /** The first {@code count} candles of the market with that seed. */
    static Candles candles(long seed, int count) {
        return new SimulatedMarket(seed).run(count);
    }

    private Candles run(int count) {
        long[] time = new long[count];
        double[][] figures = new double[5][count];
        for (int i = 0; i < count; i++) {
            time[i] = START.toEpochMilli() + i * Timeframe.M5.millis();
            double[] candle = next(i % 288 / 12.0);
            for (int f = 0; f < figures.length; f++) {
                figures[f][i] = candle[f];
            }
            swings.add(candle[1], candle[2]);
        }
        return new Candles(Timeframe.M5, time, figures[0], figures[1], figures[2], figures[3], figures[4]);
    }

    private double[] next(double hour) {
        double volatility = volatility(hour);
        OptionalDouble level = pushLeft > 0 ? OptionalDouble.empty() : levelToRun();
        double open = price;
        double[] candle = level.isPresent() ? stopRun(level.getAsDouble(), volatility) : walk(volatility);
        double moved = Math.abs(StrictMath.log(candle[3] / open)) / volatility;
        double spike = level.isPresent() ? noise.uniform(3, 7) : 1;
        double volume =
                BASE_VOLUME * rhythm(hour) * spike * StrictMath.exp(0.35 * Math.min(moved, 4) + 0.4 * noise.normal());
        price = candle[3];
        return new double[] {open, candle[1], candle[2], candle[3], Math.max(0.001, round(volume, 1000))};
    }

    private double volatility(double hour) {
        fastVariance = 0.97 * fastVariance + 0.16 * noise.normal();
        slowVariance = 0.9995 * slowVariance + 0.016 * noise.normal();
        return BASE_VOLATILITY
                * StrictMath.exp((fastVariance + slowVariance) / 2 - 0.15)
                * StrictMath.sqrt(rhythm(hour));
    }

    /** 1 on average over the day. */
    private static double rhythm(double hour) {
        double day = StrictMath.cos((hour - 14.5) / 24 * 2 * StrictMath.PI);
        double halfDay = StrictMath.cos((hour - 14.5) / 12 * 2 * StrictMath.PI);
        return 1 + 0.45 * day + 0.15 * halfDay;
    }

    private double[] walk(double volatility) {
        double drift = 0;
        if (pushLeft > 0) {
            pushLeft--;
            drift = push * volatility;
        }
        if (noise.uniform() < JUMP_CHANCE) {
            drift += 8 * volatility * noise.normal();
        }
        return path(price, price * StrictMath.exp(drift + volatility * noise.normal()), price, 0, volatility);
    }

    /** Now and then the nearest level within reach, above or below. */
    private OptionalDouble levelToRun() {
        boolean below = noise.uniform() < 0.5;
        OptionalDouble level = below ? swings.nearestLowBelow(price) : swings.nearestHighAbove(price);
        boolean chosen = noise.uniform() < RUN_CHANCE;
        return chosen && level.isPresent() && Math.abs(level.getAsDouble() / price - 1) < NEAR
                ? level
                : OptionalDouble.empty();
    }

    private double[] stopRun(double level, double volatility) {
        int through = level < price ? -1 : 1;
        double extreme = level * (1 + through * noise.uniform(0.001, 0.0045));
        double close = level * (1 - through * noise.uniform(-0.0003, 0.0008));
        pushLeft = 5 + (int) (7 * noise.uniform());
        push = (noise.uniform() < REVERSAL_CHANCE ? -through : through) * noise.uniform(0.2, 0.85);
        return path(price, close, extreme, STEPS / 2, volatility / 2);
    }

    /** Open, high, low, close of a bridge from {@code from} to {@code to} that is at {@code via} after so many steps. */
    private double[] path(double from, double to, double via, int viaStep, double volatility) {
        double high = Math.max(from, via);
        double low = Math.min(from, via);
        double wiggle = volatility / StrictMath.sqrt(STEPS);
        double at = viaStep == 0 ? from : via;
        for (int step = viaStep + 1; step < STEPS; step++) {
            at += (to - at) / (STEPS - step + 1) + at * wiggle * noise.normal();
            high = Math.max(high, at);
            low = Math.min(low, at);
        }
        double close = round(to, 100);
        return new double[] {
            from,
            Math.max(Math.max(from, close), round(high, 100)),
            Math.min(Math.min(from, close), round(low, 100)),
            close
        };
    }

    private static double round(double value, double scale) {
        return Math.round(value * scale) / scale;
    }
}
