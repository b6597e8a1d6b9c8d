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
import studio.engine.strategy.StrategyCatalogue;
import studio.engine.walkforward.WalkForwardPlan;
import studio.model.job.OptimizerKind;
import studio.model.job.ParameterRange;
import studio.model.job.TrainingSpec;
import studio.model.job.ValidationSettings;
import studio.model.market.Timeframe;
import studio.model.result.WindowPlan;
import studio.server.marketdata.HeldSpan;
import studio.server.marketdata.MarketDataService;
import studio.server.pipeline.WorkPlans;
import studio.server.progress.PendingForecasts;
import studio.server.progress.WorkPlan;

/**
 * How much work jobs are that have not begun, without reading their candles: those that filters will drop are counted too.
 * Jobs of like size are measured once a minute. Thread-safe.
 */
public final class WaitingPlans implements PendingForecasts.Plans {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final StrategyCatalogue strategies;
    private final MarketDataService marketData;
    private final InstantSource clock;
    private final Map<Size, Measured> measured = new ConcurrentHashMap<>();

    public WaitingPlans(StrategyCatalogue strategies, MarketDataService marketData, InstantSource clock) {
        this.strategies = strategies;
        this.marketData = marketData;
        this.clock = clock;
    }

    /** What a job's size depends on. */
    private record Size(
            String strategy,
            String symbol,
            String exchange,
            Timeframe timeframe,
            OptimizerKind optimizer,
            @Nullable Integer lookbackDays,
            @Nullable Integer lookbackCandles,
            int iterations,
            Map<String, ParameterRange> parameterSpace,
            boolean runValidation,
            @Nullable ValidationSettings validation) {
        static Size of(TrainingSpec spec) {
            return new Size(
                    spec.strategy(),
                    spec.symbol(),
                    spec.exchange(),
                    spec.timeframe(),
                    spec.optimizer(),
                    spec.lookbackDays(),
                    spec.lookbackCandles(),
                    spec.iterations(),
                    spec.parameterSpace(),
                    spec.runValidation(),
                    spec.validation());
        }
    }

    private record Measured(Optional<WorkPlan> plan, Instant at) {}

    @Override
    public Optional<WorkPlan> plan(TrainingSpec spec) {
        if (measured.size() > MOST) {
            measured.clear();
        }
        Instant now = clock.instant();
        Measured held = measured.get(Size.of(spec));
        if (held == null || held.at().isBefore(now.minus(FRESH))) {
            held = new Measured(measure(spec), now);
            measured.put(Size.of(spec), held);
        }
        return held.plan();
    }

    private Optional<WorkPlan> measure(TrainingSpec spec) {
        Optional<HeldSpan> span = marketData.lastSpan(
                spec.exchange(), spec.symbol(), spec.timeframe(), spec.lookbackDays(), spec.lookbackCandles());
        return strategies
                .find(spec.strategy())
                .flatMap(strategy -> span.map(held -> {
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

    private static List<WindowPlan> windows(TrainingSpec spec, HeldSpan held) {
        if (!spec.runValidation()) {
            return List.of();
        }
        long end = held.last().toEpochMilli() + spec.timeframe().millis();
        return WalkForwardPlan.fit(held.first().toEpochMilli(), end, spec.validation())
                .map(WalkForwardPlan::windows)
                .orElse(List.of());
    }
}
