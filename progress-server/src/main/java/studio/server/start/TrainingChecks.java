package studio.server.start;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.engine.search.Optimizers;
import studio.engine.search.ParameterSpace;
import studio.engine.strategy.Strategy;
import studio.engine.walkforward.WalkForwardPlan;
import studio.model.job.OptimizerKind;
import studio.model.job.StartRequest;
import studio.model.job.StartRequestRules;
import studio.model.job.TrainingSpec;
import studio.model.job.ValidationSettings;
import studio.model.market.SeriesInfo;
import studio.model.strategy.StrategyInfo;
import studio.server.marketdata.MarketDataService;
import studio.server.shared.web.FieldErrors;
import studio.server.shared.web.ProblemException;
import studio.server.strategy.Strategies;

/** Everything that can be known to be wrong with a request before it is stored, told at once. Thread-safe. */
public final class TrainingChecks {

    private final Strategies strategies;
    private final MarketDataService marketData;

    public TrainingChecks(Strategies strategies, MarketDataService marketData) {
        this.strategies = strategies;
        this.marketData = marketData;
    }

    /**
     * The request with defaults filled in; a written strategy without a version gets its newest.
     *
     * @param errors what is known to be wrong already
     * @param drawnSeed the seed of a request without one
     * @throws ProblemException with every wrong field
     */
    public TrainingSpec require(StartRequest request, FieldErrors errors, long drawnSeed) {
        Optional<StrategyInfo> asked = Optional.ofNullable(request.strategy()).flatMap(strategies::named);
        Optional<StrategyInfo> info = asked.flatMap(found -> version(found, request.strategyVersion(), errors));
        StartRequestRules.check(request, info.or(() -> asked).orElse(null), offered()).stream()
                // A field of a wrong type reads as absent; that it is "required" then would be misleading.
                .filter(error -> !errors.has(error.field()))
                .forEach(error -> errors.addAll(List.of(error)));
        errors.throwIfAny();
        TrainingSpec spec = TrainingSpec.from(request, drawnSeed)
                .withStrategyVersion(info.map(StrategyInfo::version).orElse(null));
        Strategy strategy =
                strategies.find(spec.strategy(), spec.strategyVersion()).orElseThrow(() -> unreadable(spec));
        size(spec, strategy, errors);
        data(spec, strategy, errors);
        errors.throwIfAny();
        return spec;
    }

    private List<String> offered() {
        return strategies.list().stream()
                .filter(info -> !info.archived())
                .map(StrategyInfo::name)
                .toList();
    }

    /** The strategy in the version that is asked for, its newest for null; empty, and an error, when there is no such. */
    private Optional<StrategyInfo> version(StrategyInfo found, @Nullable Integer version, FieldErrors errors) {
        Integer newest = found.version();
        if (newest == null) {
            if (version != null) {
                errors.add(
                        "strategy_version",
                        "= " + version + " is given, but " + found.name() + " has no versions; leave it out");
            }
            return Optional.of(found);
        }
        if (version == null || version.equals(newest)) {
            return Optional.of(found);
        }
        Optional<StrategyInfo> older =
                strategies.version(found.name(), version).map(v -> v.info(found.archived(), found.origin()));
        if (older.isEmpty()) {
            errors.add(
                    "strategy_version",
                    "= " + version + " is no version of " + found.name() + ", which has 1 to " + newest);
        }
        return older;
    }

    private static ProblemException unreadable(TrainingSpec spec) {
        return ProblemException.conflict("This server cannot read version " + spec.strategyVersion() + " of "
                + spec.strategy()
                + " any more; open its text on the strategies page, save it as a new version, and train"
                + " that.");
    }

    /** The strategy of a spec that has passed. */
    Strategy strategy(TrainingSpec spec) {
        return strategies.find(spec.strategy(), spec.strategyVersion()).orElseThrow();
    }

    private static void size(TrainingSpec spec, Strategy strategy, FieldErrors errors) {
        if (spec.optimizer() != OptimizerKind.GRID) {
            return;
        }
        long trials = Optimizers.plannedTrials(
                OptimizerKind.GRID, ParameterSpace.of(strategy.parameters(), spec.parameterSpace()), spec.iterations());
        if (trials > Optimizers.MAX_GRID) {
            errors.add(
                    "optimizer",
                    String.format(
                            Locale.ROOT,
                            "grid would run %s trials; at most %,d are allowed. Give fewer values or larger steps in"
                                    + " parameter_space, or choose another optimizer",
                            trials == Long.MAX_VALUE
                                    ? "more than nine quintillion"
                                    : String.format(Locale.ROOT, "%,d", trials),
                            Optimizers.MAX_GRID));
        }
    }

    private void data(TrainingSpec spec, Strategy strategy, FieldErrors errors) {
        Optional<SeriesInfo> held = marketData.series(spec.exchange(), spec.symbol(), spec.timeframe());
        if (held.isEmpty()) {
            errors.add(
                    "symbol",
                    "'" + spec.symbol() + "' has no " + spec.timeframe().wireName() + " candles of " + spec.exchange()
                            + " stored; import them first, or choose one that is stored (./studio series lists them)");
            return;
        }
        long candles = marketData.countLast(
                spec.exchange(), spec.symbol(), spec.timeframe(), spec.lookbackDays(), spec.lookbackCandles());
        String lookback = spec.lookbackCandles() != null ? "lookback_candles" : "lookback_days";
        if (candles < strategy.minCandles(spec.timeframe())) {
            errors.add(
                    lookback,
                    String.format(
                            Locale.ROOT,
                            "gives %,d candles of %,d stored, but %s needs at least %,d; look further back or import more",
                            candles,
                            held.get().candles(),
                            spec.strategy(),
                            strategy.minCandles(spec.timeframe())));
            return;
        }
        ValidationSettings windows = spec.validation();
        if (spec.runValidation() && windows != null) {
            double days = days(spec);
            double needed = windows.daysFor(WalkForwardPlan.FEWEST_WINDOWS);
            if (days < needed) {
                errors.add(
                        "validation",
                        String.format(
                                Locale.ROOT,
                                "windows need %.1f days for two of them, but the data has %.1f; give shorter windows,"
                                        + " look further back, or set run_validation to false",
                                needed,
                                days));
            }
        }
    }

    /** Days that the candles span: nights and weekends too, of which a market with sessions has more than of candles. */
    private double days(TrainingSpec spec) {
        return marketData
                .lastSpan(spec.exchange(), spec.symbol(), spec.timeframe(), spec.lookbackDays(), spec.lookbackCandles())
                .map(span -> span.clock()
                        .daysBetween(
                                span.first().toEpochMilli(),
                                span.clock().next(span.last().toEpochMilli())))
                .orElse(0.0);
    }
}
