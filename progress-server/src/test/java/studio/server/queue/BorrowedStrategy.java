package studio.server.queue;

import java.util.List;
import studio.engine.indicator.IndicatorCache;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.Signals;
import studio.engine.strategy.Strategy;
import studio.engine.strategy.StrategyCatalogue;
import studio.model.strategy.ParameterInfo;

/** A moving-average cross under another name, for tests that want a word in each of its backtests. */
abstract class BorrowedStrategy implements Strategy {
    private final Strategy behind =
            StrategyCatalogue.standard().find("MA_CROSS").orElseThrow();
    private final String name;

    BorrowedStrategy(String name) {
        this.name = name;
    }

    /** Runs before each backtest, on the thread that evaluates. */
    abstract void before(ParameterSet parameters);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String title() {
        return behind.title();
    }

    @Override
    public final String description() {
        return behind.description();
    }

    @Override
    public final List<ParameterInfo> parameters() {
        return behind.parameters();
    }

    @Override
    public final int warmUp(ParameterSet parameters) {
        return behind.warmUp(parameters);
    }

    @Override
    public final int minCandles() {
        return behind.minCandles();
    }

    @Override
    public final Signals prepare(IndicatorCache data, ParameterSet parameters) {
        before(parameters);
        return behind.prepare(data, parameters);
    }
}
