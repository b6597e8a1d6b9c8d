package studio.engine.trust;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import studio.engine.backtest.Backtest;
import studio.engine.backtest.BacktestEvaluator;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;
import studio.engine.search.Optimizers;
import studio.engine.search.ParameterSpace;
import studio.engine.search.Search;
import studio.engine.search.SearchListener;
import studio.engine.search.SearchPlan;
import studio.engine.search.SearchResult;
import studio.engine.search.Trial;
import studio.engine.strategy.Strategy;
import studio.engine.strategy.StrategyCatalogue;
import studio.engine.walkforward.Stability;
import studio.engine.walkforward.WalkForward;
import studio.engine.walkforward.WalkForwardListener;
import studio.engine.walkforward.WalkForwardPlan;
import studio.engine.walkforward.WalkForwardTask;
import studio.model.job.CostSettings;
import studio.model.job.Objective;
import studio.model.job.OptimizerKind;
import studio.model.job.ValidationMode;
import studio.model.job.ValidationSettings;
import studio.model.market.SeriesClock;
import studio.model.market.Timeframe;
import studio.model.result.TrustReport;
import studio.model.result.WalkForwardReport;

/**
 * A whole training of a strategy over its own ranges on four years of 4-hour candles of a {@link SeededMarket}, at the standard costs:
 * search, walk-forward, permutations, report. The seed of the series is the seed of the training.
 */
final class SeededTraining {
    static final int BARS = 4 * 2_190;
    static final int MIN_TRADES = 10;
    private static final int TRIALS = 200;
    private static final ValidationSettings YEAR_BY_QUARTER =
            new ValidationSettings(ValidationMode.ROLLING, 365, 91, 7, 91);

    private final Backtest backtest;
    private final ParameterSpace space;
    private final OptimizerKind optimizer;
    private final long seed;
    private final ExecutorService workers;

    /** Of {@code MA_CROSS} on a market with trends. */
    SeededTraining(double strength, OptimizerKind optimizer, long seed, ExecutorService workers) {
        this("MA_CROSS", SeededMarket.trend(strength), optimizer, seed, workers);
    }

    SeededTraining(
            String strategyName, SeededMarket market, OptimizerKind optimizer, long seed, ExecutorService workers) {
        this(strategyName, market, CostSettings.standard(), optimizer, seed, workers);
    }

    SeededTraining(
            String strategyName,
            SeededMarket market,
            CostSettings costs,
            OptimizerKind optimizer,
            long seed,
            ExecutorService workers) {
        Strategy strategy = StrategyCatalogue.standard().find(strategyName).orElseThrow();
        this.backtest = new Backtest(strategy, IndicatorCache.of(market.candles(seed, BARS, Timeframe.H4)), costs);
        this.space = ParameterSpace.of(strategy.parameters(), Map.of());
        this.optimizer = optimizer;
        this.seed = seed;
        this.workers = workers;
    }

    TrustReport report() {
        return TrustJudge.judge(trained(TRIALS), () -> false, workers).orElseThrow();
    }

    /** The same with earlier jobs on the same series and strategy. */
    TrustReport report(long trialsEver) {
        return TrustJudge.judge(trained(trialsEver), () -> false, workers).orElseThrow();
    }

    TrustCase trained(long trialsEver) {
        SearchResult search = search();
        Trial best = search.best().orElseThrow();
        OptionalDouble stability =
                Stability.of(space, best.parameters(), best.evaluation().score(), evaluator()::evaluate);
        return new TrustCase(
                backtest,
                space,
                best,
                backtest.run(best.parameters(), 0, BARS),
                TrialSample.of(search.trials()),
                trialsEver,
                stability.isPresent() ? (Double) stability.getAsDouble() : null,
                walkForward(),
                permutations().run(() -> {}, () -> false, workers).orElseThrow(),
                seed);
    }

    PermutationTest permutations() {
        return new PermutationTest(backtest, space, Objective.SHARPE_RATIO, MIN_TRADES, seed);
    }

    SearchResult search() {
        return Search.run(
                new SearchPlan(
                        Optimizers.create(optimizer, space, seed, TRIALS),
                        TRIALS,
                        evaluator(),
                        Map.of(),
                        new SearchListener() {
                            @Override
                            public void onTrial(Trial trial) {}

                            @Override
                            public void onProposal(int batchSize, long durationNanos) {}
                        },
                        () -> false),
                workers);
    }

    private BacktestEvaluator evaluator() {
        return new BacktestEvaluator(backtest, Objective.SHARPE_RATIO, MIN_TRADES, 0, BARS);
    }

    private WalkForwardReport walkForward() {
        Candles candles = backtest.candles();
        WalkForwardPlan plan = WalkForwardPlan.fit(
                        SeriesClock.utc(Timeframe.M5),
                        candles.time()[0],
                        candles.time()[BARS - 1] + candles.timeframe().millis(),
                        YEAR_BY_QUARTER)
                .orElseThrow();
        return WalkForward.run(
                        new WalkForwardTask(
                                plan,
                                optimizer,
                                space,
                                seed,
                                WalkForwardPlan.trialsPerWindow(optimizer, TRIALS),
                                backtest,
                                candles,
                                Objective.SHARPE_RATIO,
                                MIN_TRADES,
                                List.of(),
                                WalkForwardListener.NONE,
                                () -> false),
                        workers)
                .orElseThrow();
    }
}
