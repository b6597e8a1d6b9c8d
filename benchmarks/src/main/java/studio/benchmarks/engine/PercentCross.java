package studio.benchmarks.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.engine.indicator.IndicatorCache;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.SignalList;
import studio.engine.strategy.Signals;
import studio.engine.strategy.Strategy;
import studio.model.strategy.ParameterInfo;

/**
 * The built-in moving-average cross with the exits that ta4j can be told as well: long only, a stop 2 % below the entry,
 * a target 4 % above it, no limit of time.
 */
final class PercentCross implements Strategy {
    static final double STOP = 0.02;
    static final double RISK_REWARD = 2;

    private final Strategy cross;

    PercentCross(Strategy cross) {
        this.cross = cross;
    }

    /** Parameters of the built-in strategy: its defaults with simple averages of these lengths. */
    ParameterSet parameters(int fastPeriod, int slowPeriod) {
        Map<String, Object> values = new LinkedHashMap<>();
        cross.parameters().forEach(p -> values.put(p.name(), p.defaultValue()));
        values.put("fast_period", fastPeriod);
        values.put("slow_period", slowPeriod);
        values.put("average", "SMA");
        return new ParameterSet(values);
    }

    @Override
    public Signals prepare(IndicatorCache data, ParameterSet parameters) {
        Signals crossings = cross.prepare(data, parameters);
        double[] fast = data.sma(parameters.integer("fast_period"));
        double[] slow = data.sma(parameters.integer("slow_period"));
        double[] close = data.candles().close();
        return new Signals() {
            @Override
            public void write(int fromBar, int toBar, byte[] signals) {
                crossings.write(fromBar, toBar, signals);
            }

            @Override
            public void list(int fromBar, int toBar, SignalList signals) {
                crossings.list(fromBar, toBar, signals);
            }

            /** None for a short: it ends the long position and begins nothing. */
            @Override
            public double stopDistance(int bar) {
                return fast[bar] > slow[bar] ? STOP * close[bar] : Double.NaN;
            }

            @Override
            public double riskReward() {
                return RISK_REWARD;
            }

            @Override
            public int maxHoldingBars() {
                return Integer.MAX_VALUE;
            }
        };
    }

    @Override
    public String name() {
        return "PERCENT_CROSS";
    }

    @Override
    public String title() {
        return "Moving-average cross, long only, exits in percent";
    }

    @Override
    public String description() {
        return title();
    }

    @Override
    public List<ParameterInfo> parameters() {
        return cross.parameters();
    }

    @Override
    public int warmUp(ParameterSet parameters) {
        return cross.warmUp(parameters);
    }

    @Override
    public int minCandles() {
        return cross.minCandles();
    }
}
