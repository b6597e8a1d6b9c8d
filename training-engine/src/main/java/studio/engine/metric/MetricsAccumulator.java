package studio.engine.metric;

import org.jspecify.annotations.Nullable;
import studio.engine.market.Candles;
import studio.model.result.Metrics;

/**
 * Takes in a backtest bar by bar and trade by trade and gives its {@link Metrics}. Not thread-safe; one a run.
 *
 * <p>Returns are those of equity per UTC day, or per candle where a candle is a day or longer. The first runs from the
 * initial capital; the last may be of a day that is not over.
 */
public final class MetricsAccumulator {
    private static final double DAYS_PER_YEAR = 365.25;
    private static final long DAY_MILLIS = 86_400_000L;

    private final long[] time;
    private final int firstBar;
    private final double initialCapital;
    private final double periodsPerYear;
    private final long candleMillis;
    private final boolean perCandle;
    private final ReturnStatistics returns = new ReturnStatistics();
    private final TradeStatistics trades = new TradeStatistics();
    private final Drawdowns drawdowns;
    private final long start;
    private double periodStartEquity;
    private double equity;
    private double equitySum;
    private long nextDay;
    private int bars;
    private int exposedBars;

    /**
     * @param fromBar the first bar that will be added
     * @param initialCapital above 0
     */
    public MetricsAccumulator(Candles candles, int fromBar, double initialCapital, AnnualPeriods periods) {
        this.time = candles.time();
        this.firstBar = fromBar;
        this.initialCapital = initialCapital;
        this.periodsPerYear = periods.perYear(candles.timeframe());
        this.candleMillis = candles.timeframe().millis();
        this.perCandle = candleMillis >= DAY_MILLIS;
        this.start = time[fromBar];
        this.drawdowns = new Drawdowns(initialCapital, start);
        this.periodStartEquity = initialCapital;
        this.equity = initialCapital;
        this.nextDay = nextDay(start);
    }

    /**
     * One bar; bars come in order.
     *
     * @param exposed whether a position was open during the bar
     */
    public void bar(int bar, double equityAtClose, boolean exposed) {
        if (perCandle) {
            endPeriod(equityAtClose);
        } else if (time[bar] >= nextDay) {
            // The day ended with the close of the bar before.
            endPeriod(equity);
            nextDay = nextDay(time[bar]);
        }
        equity = equityAtClose;
        equitySum += equityAtClose;
        bars++;
        if (exposed) {
            exposedBars++;
        }
        drawdowns.add(equityAtClose, time[bar] + candleMillis);
    }

    /** The statistics that closed trades go into. */
    public TradeStatistics trades() {
        return trades;
    }

    /** The figures of everything that was added; to be called once. */
    public Metrics finish() {
        if (bars == 0) {
            throw new IllegalStateException("no bar was added");
        }
        if (!perCandle) {
            endPeriod(equity);
        }
        // Gaps count: the years are those of the calendar, not of the candles.
        long end = time[firstBar + bars - 1] + candleMillis;
        drawdowns.finish(end);
        double cagr = cagrPct(end - start);
        double maxDrawdown = drawdowns.maxPct();
        return new Metrics(
                finite(100 * (equity / initialCapital - 1)),
                finite(cagr),
                finite(returns.annualVolatilityPct(periodsPerYear)),
                finite(returns.sharpe(periodsPerYear)),
                finite(returns.sortino(periodsPerYear)),
                finite(maxDrawdown > 0 ? cagr / maxDrawdown : Double.NaN),
                finite(maxDrawdown),
                finite(drawdowns.averagePct()),
                finite(drawdowns.longestDays()),
                trades.trades(),
                finite(trades.winRate()),
                finite(trades.profitFactor()),
                finite(trades.expectancy()),
                finite(trades.averageWin()),
                finite(trades.averageLoss()),
                finite(trades.largestWin()),
                finite(trades.largestLoss()),
                finite(trades.averageHoldingBars()),
                finite((double) exposedBars / bars),
                finite(trades.tradedNotional() / (equitySum / bars)),
                finite(trades.feesPaid()));
    }

    /** Compound annual growth, {@code (end / start)^(1 / years) − 1}, percent; NaN when nothing is left. */
    private double cagrPct(long millis) {
        double years = millis / (DAYS_PER_YEAR * DAY_MILLIS);
        return equity > 0 ? 100 * (Math.pow(equity / initialCapital, 1 / years) - 1) : Double.NaN;
    }

    private void endPeriod(double equityAtEnd) {
        returns.add(equityAtEnd / periodStartEquity - 1);
        periodStartEquity = equityAtEnd;
    }

    private static long nextDay(long time) {
        return (Math.floorDiv(time, DAY_MILLIS) + 1) * DAY_MILLIS;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
