package studio.engine.backtest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.PositionRules.Trail;
import studio.engine.strategy.Signals;
import studio.engine.strategy.Sizing;
import studio.model.job.CostSettings;
import studio.model.job.FillRule;
import studio.model.market.Timeframe;
import studio.model.result.TradeView;

/**
 * A few candles and rules, to work out by hand what trades they make: 1,000 of capital, no costs and all of the equity a
 * position unless the scene says otherwise.
 */
final class Scene {
    private final double[][] bars;
    private final byte[] entries;
    private final ScriptedRules rules = new ScriptedRules();
    private CostSettings costs = new CostSettings(1_000, 0, 0, 0.02, FillRule.NEXT_OPEN);

    /** Each bar is open, high, low, close. */
    Scene(double[]... bars) {
        this.bars = bars;
        this.entries = new byte[bars.length];
        rules.volatility = all(Double.NaN);
    }

    static double[] bar(double open, double high, double low, double close) {
        return new double[] {open, high, low, close};
    }

    Scene enterLong(int bar) {
        entries[bar] = Signals.LONG;
        return this;
    }

    Scene enterShort(int bar) {
        entries[bar] = Signals.SHORT;
        return this;
    }

    Scene exit(int side, int bar) {
        ScriptedRules.OfSide its = rules.of(side);
        its.exits = its.exits == null ? new boolean[bars.length] : its.exits;
        its.exits[bar] = true;
        return this;
    }

    Scene stop(double distance) {
        rules.ofLong.stops = all(distance);
        rules.ofShort.stops = all(distance);
        return this;
    }

    Scene target(double distance) {
        rules.ofLong.targets = all(distance);
        rules.ofShort.targets = all(distance);
        return this;
    }

    Scene breakEven(double distance) {
        rules.ofLong.breakEvens = all(distance);
        rules.ofShort.breakEvens = all(distance);
        return this;
    }

    /** One value a bar. */
    Scene trail(Trail trail, double... values) {
        rules.ofLong.trail = trail;
        rules.ofShort.trail = trail;
        rules.ofLong.trails = values;
        rules.ofShort.trails = values;
        return this;
    }

    Scene maxHolding(int bars) {
        rules.maxHolding = bars;
        return this;
    }

    Scene size(Sizing sizing) {
        rules.ofLong.sizing = sizing;
        rules.ofShort.sizing = sizing;
        return this;
    }

    Scene volatility(double annual) {
        rules.volatility = all(annual);
        return this;
    }

    Scene costs(double fee, double slippage) {
        costs = new CostSettings(1_000, fee, slippage, 0.02, costs.fill());
        return this;
    }

    Scene fillAtClose() {
        costs = new CostSettings(1_000, costs.feeRate(), costs.slippageRate(), 0.02, FillRule.CLOSE);
        return this;
    }

    List<TradeView> trades() {
        return run().trades();
    }

    /** The only trade that there is. */
    TradeView trade() {
        List<TradeView> trades = trades();
        if (trades.size() != 1) {
            throw new AssertionError("one trade expected, not " + trades);
        }
        return trades.get(0);
    }

    BacktestResult run() {
        int n = bars.length;
        long[] time = new long[n];
        double[][] columns = new double[5][n];
        for (int t = 0; t < n; t++) {
            time[t] = t * Timeframe.H1.millis();
            for (int column = 0; column < 4; column++) {
                columns[column][t] = bars[t][column];
            }
        }
        Candles candles = new Candles(Timeframe.H1, time, columns[0], columns[1], columns[2], columns[3], columns[4]);
        ScriptedStrategy script = new ScriptedStrategy(entries, all(Double.NaN), 1, 1).with(rules);
        return new Backtest(script, IndicatorCache.of(candles), costs).run(new ParameterSet(Map.of()), 0, n);
    }

    private double[] all(double value) {
        double[] values = new double[bars.length];
        Arrays.fill(values, value);
        return values;
    }
}
