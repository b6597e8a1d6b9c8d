package studio.engine.metric;

import org.jspecify.annotations.Nullable;
import studio.engine.market.Candles;
import studio.model.result.Metrics;

/**
 * Takes in a backtest stretch by stretch and trade by trade and gives its {@link Metrics}. Not thread-safe; one a run.
 *
 * <p>Returns are those of equity per trading day of the series' clock, or per candle where a candle is a day or longer. The first runs from the
 * initial capital; the last may be of a day that is not over.
 *
 * <p>While no position is open equity stands still, and a stretch of any length costs the same. While one is open, only
 * its drawdown needs every bar: returns need the ends of days, and the mean of equity follows from the sum of closes.
 */
public final class MetricsAccumulator {
    private static final double DAYS_PER_YEAR = 365.25;

    private final MarkedSeries series;
    private final double[] close;
    private final int firstBar;
    private final double initialCapital;
    private final double periodsPerYear;
    private final boolean perCandle;
    private final ReturnStatistics returns = new ReturnStatistics();
    private final TradeStatistics trades = new TradeStatistics();
    private final Drawdowns drawdowns;
    private double periodStartEquity;
    private double equity;
    private double equitySum;
    private int day;
    private int nextDayStart;
    private int bars;
    private int exposedBars;

    /**
     * @param fromBar the first bar that will be added
     * @param initialCapital above 0
     */
    public MetricsAccumulator(MarkedSeries series, int fromBar, double initialCapital, AnnualPeriods periods) {
        Candles candles = series.candles();
        this.series = series;
        this.close = candles.close();
        this.firstBar = fromBar;
        this.initialCapital = initialCapital;
        this.periodsPerYear = periods.perYear(candles.timeframe());
        this.perCandle = candles.timeframe().millis() >= MarkedSeries.DAY_MILLIS;
        this.drawdowns = new Drawdowns(series, initialCapital, candles.time()[fromBar]);
        this.periodStartEquity = initialCapital;
        this.equity = initialCapital;
        this.day = series.firstDayAfter(fromBar);
        this.nextDayStart = series.dayStart(day);
    }

    /**
     * Bars without a position at their close; bars come in order, each once.
     *
     * @param fromBar inclusive
     * @param toBar exclusive; nothing is added when it is not above {@code fromBar}
     */
    public void flat(int fromBar, int toBar, double cash) {
        if (toBar <= fromBar) {
            return;
        }
        if (perCandle) {
            for (int t = fromBar; t < toBar; t++) {
                endPeriod(cash);
            }
        } else {
            while (nextDayStart < toBar) {
                endDay(nextDayStart == fromBar ? equity : cash);
            }
        }
        drawdowns.flat(fromBar, toBar, cash);
        equitySum += (toBar - fromBar) * cash;
        equity = cash;
        bars += toBar - fromBar;
    }

    /**
     * Bars with a position at their close; equity is {@code cash + quantity × (close − entryPrice)}.
     *
     * @param fromBar inclusive
     * @param toBar exclusive; nothing is added when it is not above {@code fromBar}
     * @param quantity negative for a short position
     */
    public void open(int fromBar, int toBar, double cash, double quantity, double entryPrice) {
        if (toBar <= fromBar) {
            return;
        }
        if (perCandle) {
            for (int t = fromBar; t < toBar; t++) {
                endPeriod(cash + quantity * (close[t] - entryPrice));
            }
        } else {
            while (nextDayStart < toBar) {
                endDay(nextDayStart == fromBar ? equity : cash + quantity * (close[nextDayStart - 1] - entryPrice));
            }
        }
        drawdowns.open(fromBar, toBar, cash, quantity, entryPrice);
        int count = toBar - fromBar;
        equitySum += count * cash + quantity * (series.closeSum(fromBar, toBar) - count * entryPrice);
        equity = cash + quantity * (close[toBar - 1] - entryPrice);
        bars += count;
    }

    /** So many bars had a position open at some time. */
    public void exposed(int exposedBarCount) {
        exposedBars += exposedBarCount;
    }

    /** The statistics that closed trades go into. */
    public TradeStatistics trades() {
        return trades;
    }

    /**
     * The figures of everything that was added; to be called once. Net profit is equity at the end over initial capital,
     * minus one; the Calmar ratio is compound annual growth over maximum drawdown (Young, Calmar Ratio: A Smoother Tool,
     * Futures 20(1), 1991), here over the whole run rather than three years; exposure is the share of bars with a
     * position; turnover is the notional of all entries and exits over mean equity. The others have their sources where
     * they are computed.
     */
    public Metrics finish() {
        if (bars == 0) {
            throw new IllegalStateException("no bar was added");
        }
        if (!perCandle) {
            endPeriod(equity);
        }
        // Gaps count: the years are those of the calendar, not of the candles.
        long start = series.candles().time()[firstBar];
        long end = series.closeTime(firstBar + bars - 1);
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

    /**
     * Compound annual growth, {@code (end / start)^(1 / years) − 1}, percent (Bacon, Practical Portfolio Performance
     * Measurement and Attribution, 2008); NaN when nothing is left.
     */
    private double cagrPct(long millis) {
        double years = millis / (DAYS_PER_YEAR * MarkedSeries.DAY_MILLIS);
        return equity > 0 ? 100 * (Math.pow(equity / initialCapital, 1 / years) - 1) : Double.NaN;
    }

    private void endPeriod(double equityAtEnd) {
        returns.add(equityAtEnd / periodStartEquity - 1);
        periodStartEquity = equityAtEnd;
    }

    /** A day ends with the close of the bar before the next one's first. */
    private void endDay(double equityAtEnd) {
        endPeriod(equityAtEnd);
        nextDayStart = series.dayStart(++day);
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
