package studio.server.queue;

import java.util.List;
import studio.engine.indicator.IndicatorCache;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.Signals;
import studio.engine.strategy.Strategy;
import studio.engine.strategy.StrategyCatalogue;
import studio.model.strategy.ParameterInfo;

/** Another strategy that breaks for every fast period above a bound. */
final class BreakingStrategy implements Strategy {
    static final String NAME = "BREAKING";

    private final Strategy behind =
            StrategyCatalogue.standard().find("MA_CROSS").orElseThrow();
    private final double largest;

    BreakingStrategy(double largest) {
        this.largest = largest;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return behind.title();
    }

    @Override
    public String description() {
        return behind.description();
    }

    @Override
    public List<ParameterInfo> parameters() {
        return behind.parameters();
    }

    @Override
    public int warmUp(ParameterSet parameters) {
        return behind.warmUp(parameters);
    }

    @Override
    public int minCandles() {
        return behind.minCandles();
    }

    @Override
    public Signals prepare(IndicatorCache data, ParameterSet parameters) {
        Object period = parameters.values().get("fast_period");
        if (period instanceof Number number && number.doubleValue() > largest) {
            throw new IllegalStateException("no such period");
        }
        return behind.prepare(data, parameters);
    }
}
