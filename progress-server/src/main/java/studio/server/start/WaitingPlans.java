package studio.server.start;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import studio.engine.search.Optimizers;
import studio.engine.search.ParameterSpace;
import studio.engine.strategy.StrategySource;
import studio.engine.walkforward.WalkForwardPlan;
import studio.model.job.TrainingSpec;
import studio.model.market.Timeframe;
import studio.model.result.WindowPlan;
import studio.server.marketdata.HeldSpan;
import studio.server.marketdata.MarketDataService;
import studio.server.pipeline.WorkPlans;
import studio.server.progress.PendingForecasts;
import studio.server.progress.WorkPlan;

/**
 * How much work jobs are that have not begun, without reading their candles: those that filters will drop are counted too.
 * A stretch of a series is looked at once a minute, however many jobs wait for it. Thread-safe.
 */
public final class WaitingPlans implements PendingForecasts.Plans {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final StrategySource strategies;
    private final MarketDataService marketData;
    private final InstantSource clock;
    private final Map<Stretch, Looked> spans = new ConcurrentHashMap<>();

    public WaitingPlans(StrategySource strategies, MarketDataService marketData, InstantSource clock) {
        this.strategies = strategies;
        this.marketData = marketData;
        this.clock = clock;
    }

    private record Stretch(
            String exchange,
            String symbol,
            Timeframe timeframe,
            @Nullable Integer lookbackDays,
            @Nullable Integer lookbackCandles) {}

    private record Looked(Optional<HeldSpan> span, Instant at) {}

    @Override
    public Optional<WorkPlan> plan(TrainingSpec spec) {
        return strategies
                .find(spec.strategy(), spec.strategyVersion())
                .flatMap(strategy -> span(spec).map(held -> {
                    long trials = Optimizers.plannedTrials(
                            spec.optimizer(),
                            ParameterSpace.of(strategy.parameters(), spec.parameterSpace()),
                            spec.iterations());
                    return WorkPlans.of(
                            spec.strategy(),
                            spec.optimizer(),
                            trials,
                            Math.toIntExact(held.candles()),
                            spec.timeframe(),
                            windows(spec, held));
                }));
    }

    private Optional<HeldSpan> span(TrainingSpec spec) {
        if (spans.size() > MOST) {
            spans.clear();
        }
        Stretch stretch = new Stretch(
                spec.exchange(), spec.symbol(), spec.timeframe(), spec.lookbackDays(), spec.lookbackCandles());
        Instant now = clock.instant();
        Looked looked = spans.get(stretch);
        if (looked == null || looked.at().isBefore(now.minus(FRESH))) {
            looked = new Looked(
                    marketData.lastSpan(
                            stretch.exchange(),
                            stretch.symbol(),
                            stretch.timeframe(),
                            stretch.lookbackDays(),
                            stretch.lookbackCandles()),
                    now);
            spans.put(stretch, looked);
        }
        return looked.span();
    }

    private static List<WindowPlan> windows(TrainingSpec spec, HeldSpan held) {
        if (!spec.runValidation()) {
            return List.of();
        }
        long end = held.clock().next(held.last().toEpochMilli());
        return WalkForwardPlan.fit(held.clock(), held.first().toEpochMilli(), end, spec.validation())
                .map(WalkForwardPlan::windows)
                .orElse(List.of());
    }
}
