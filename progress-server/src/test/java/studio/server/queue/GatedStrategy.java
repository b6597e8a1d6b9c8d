package studio.server.queue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import studio.engine.indicator.IndicatorCache;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.Signals;
import studio.engine.strategy.Strategy;
import studio.engine.strategy.StrategyCatalogue;
import studio.model.strategy.ParameterInfo;

/** Another strategy behind a gate: after so many backtests it holds every further one until the gate opens. */
final class GatedStrategy implements Strategy {
    static final String NAME = "GATED";

    private final Strategy behind =
            StrategyCatalogue.standard().find("MA_CROSS").orElseThrow();
    private final int free;
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch reached = new CountDownLatch(1);
    private final AtomicInteger backtests = new AtomicInteger();

    GatedStrategy(int free) {
        this.free = free;
    }

    void open() {
        gate.countDown();
    }

    void awaitReached() throws InterruptedException {
        if (!reached.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("only " + backtests + " backtests ran, the gate is at " + free);
        }
    }

    int backtests() {
        return backtests.get();
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
        if (backtests.incrementAndGet() > free) {
            reached.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return behind.prepare(data, parameters);
    }
}
