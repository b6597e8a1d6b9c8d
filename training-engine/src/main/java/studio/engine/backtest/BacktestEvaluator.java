package studio.engine.backtest;

import org.jspecify.annotations.Nullable;
import studio.engine.search.Evaluation;
import studio.engine.search.ParameterSet;
import studio.engine.search.TrialEvaluator;
import studio.model.job.Objective;
import studio.model.result.Metrics;

/** Scores parameters by a backtest on one stretch of bars. Thread-safe. */
public final class BacktestEvaluator implements TrialEvaluator {
    private final Backtest backtest;
    private final Objective objective;
    private final int minTrades;
    private final int fromBar;
    private final int toBar;

    /**
     * @param minTrades a run with fewer trades is infeasible, 0 or more
     * @param fromBar inclusive
     * @param toBar exclusive
     */
    public BacktestEvaluator(Backtest backtest, Objective objective, int minTrades, int fromBar, int toBar) {
        this.backtest = backtest;
        this.objective = objective;
        this.minTrades = minTrades;
        this.fromBar = fromBar;
        this.toBar = toBar;
    }

    @Override
    public Evaluation evaluate(ParameterSet parameters) {
        Metrics metrics;
        try {
            metrics = backtest.evaluate(parameters, fromBar, toBar);
        } catch (IllegalArgumentException contradiction) {
            return Evaluation.infeasible(1, null, String.valueOf(contradiction.getMessage()));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // A plug-in that was built for another version fails by the latter two.
            return Evaluation.failed(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
        return judge(metrics);
    }

    /** The verdict on a run's figures: feasible with a score, or not and why. */
    public Evaluation judge(Metrics metrics) {
        if (metrics.trades() < minTrades) {
            String trades = metrics.trades() == 1 ? "1 trade" : metrics.trades() + " trades";
            return Evaluation.infeasible(
                    minTrades - metrics.trades(), metrics, trades + ", at least " + minTrades + " wanted");
        }
        Double score = score(metrics);
        return score == null
                ? Evaluation.infeasible(1, metrics, objective.wireName() + " is not defined for this run")
                : Evaluation.complete(score, metrics);
    }

    private @Nullable Double score(Metrics m) {
        return switch (objective) {
            case SHARPE_RATIO -> m.sharpeRatio();
            case SORTINO_RATIO -> m.sortinoRatio();
            case CALMAR_RATIO -> m.calmarRatio();
            case NET_PROFIT_PCT -> m.netProfitPct();
            case PROFIT_FACTOR -> m.profitFactor();
            case EXPECTANCY -> m.expectancy();
        };
    }
}
