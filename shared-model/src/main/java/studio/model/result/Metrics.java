package studio.model.result;

import org.jspecify.annotations.Nullable;

/**
 * Figures of one backtest; the engine defines each with its formula and source. A figure that is undefined (too few
 * trades, no variance) is null.
 *
 * @param netProfitPct percent of initial capital
 * @param cagrPct compound annual growth, percent
 * @param volatilityPct annualized standard deviation of returns, percent
 * @param sharpeRatio annualized
 * @param sortinoRatio annualized
 * @param calmarRatio CAGR divided by maximum drawdown
 * @param maxDrawdownPct largest fall from a peak of equity, percent, 0 or more
 * @param avgDrawdownPct mean depth of drawdown episodes, percent
 * @param maxDrawdownDays longest time below a former peak, in days
 * @param winRate fraction of trades that gained after costs, 0..1
 * @param profitFactor gross gain divided by gross loss
 * @param expectancy mean gain per trade in quote currency
 * @param avgHoldingBars mean number of bars that a position was open
 * @param exposure fraction of bars with an open position, 0..1
 * @param turnover traded notional divided by mean equity
 * @param feesPaid in quote currency
 */
public record Metrics(
        @Nullable Double netProfitPct,
        @Nullable Double cagrPct,
        @Nullable Double volatilityPct,
        @Nullable Double sharpeRatio,
        @Nullable Double sortinoRatio,
        @Nullable Double calmarRatio,
        @Nullable Double maxDrawdownPct,
        @Nullable Double avgDrawdownPct,
        @Nullable Double maxDrawdownDays,
        int trades,
        @Nullable Double winRate,
        @Nullable Double profitFactor,
        @Nullable Double expectancy,
        @Nullable Double avgWin,
        @Nullable Double avgLoss,
        @Nullable Double largestWin,
        @Nullable Double largestLoss,
        @Nullable Double avgHoldingBars,
        @Nullable Double exposure,
        @Nullable Double turnover,
        @Nullable Double feesPaid) {}
