package studio.engine.backtest;

import org.jspecify.annotations.Nullable;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;
import studio.engine.metric.AnnualPeriods;
import studio.engine.metric.MarkedSeries;
import studio.engine.metric.MetricsAccumulator;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.PositionRules;
import studio.engine.strategy.Signals;
import studio.engine.strategy.Strategy;
import studio.model.job.CostSettings;
import studio.model.result.Metrics;

/**
 * One strategy on one series at given costs, to be run with any parameters on any stretch. Thread-safe.
 *
 * <p>Rules: a signal on the close of bar {@code t} is filled at the open of {@code t + 1} (or at that close, if the costs
 * say so). Slippage moves every fill against the trader; fees are paid on the notional of each side. Inside each bar
 * after the fill, first the stop: a bar that opens beyond it fills at its open, else at the stop. Then the target in the
 * same way; a bar that touches both fills the stop. Then the maximum holding, at the close. Then an opposite signal,
 * which closes and turns the position at the next fill. One position at a time; its size risks {@code riskPerTrade} of
 * equity down to the stop, and never costs more than the equity. What is open at the end closes on the last close.
 *
 * <p>A strategy with {@link PositionRules} may do without stop and target, trail its stop, leave by signals of its own and
 * size its positions otherwise. All rules, one by one: {@code docs/backtest.md}.
 */
public final class Backtest {
    private final Strategy strategy;
    private final IndicatorCache data;
    private final CostSettings costs;
    private final AnnualPeriods periods;
    private final MarkedSeries series;
    private final ThreadLocal<RunSignals> runSignals = ThreadLocal.withInitial(RunSignals::new);

    /** Annualized as a market that trades every day. */
    public Backtest(Strategy strategy, IndicatorCache data, CostSettings costs) {
        this(strategy, data, costs, AnnualPeriods.CRYPTO);
    }

    public Backtest(Strategy strategy, IndicatorCache data, CostSettings costs, AnnualPeriods periods) {
        this.strategy = strategy;
        this.data = data;
        this.costs = costs;
        this.periods = periods;
        this.series = data.shared("marked-series", MarkedSeries.class, () -> MarkedSeries.of(data.candles()));
    }

    /** The same strategy at the same costs on another series, with indicators of its own. */
    public Backtest over(Candles other) {
        return new Backtest(strategy, IndicatorCache.of(other), costs, periods);
    }

    /** The series. */
    public Candles candles() {
        return data.candles();
    }

    /** The series with what metrics of it need. */
    public MarkedSeries series() {
        return series;
    }

    public CostSettings costs() {
        return costs;
    }

    /** How returns are annualized. */
    public AnnualPeriods periods() {
        return periods;
    }

    /**
     * A run with every trade and the equity of every bar. Indicators may look at bars before {@code fromBar}; trades
     * happen inside the stretch only.
     *
     * @param fromBar inclusive
     * @param toBar exclusive
     * @throws IllegalArgumentException when the stretch is empty or outside the series, or the parameters contradict
     *     each other
     */
    public BacktestResult run(ParameterSet parameters, int fromBar, int toBar) {
        TradeLog log = new TradeLog(candles());
        double[] equity = new double[Math.max(0, toBar - fromBar)];
        Metrics metrics = run(parameters, fromBar, toBar, log, equity);
        return new BacktestResult(metrics, candles(), fromBar, equity, log.trades());
    }

    /** The same figures as {@link #run}, without keeping trades and equity. */
    public Metrics evaluate(ParameterSet parameters, int fromBar, int toBar) {
        return run(parameters, fromBar, toBar, null, null);
    }

    private Metrics run(
            ParameterSet parameters, int fromBar, int toBar, @Nullable TradeLog log, double @Nullable [] equity) {
        if (fromBar < 0 || toBar > candles().size() || fromBar >= toBar) {
            throw new IllegalArgumentException("bars " + fromBar + ".." + toBar + " are not a stretch of a series of "
                    + candles().size() + " candles");
        }
        Signals signals = strategy.prepare(data, parameters);
        PositionRules rules = signals.positionRules();
        RunSignals read = runSignals.get();
        read.read(signals, rules, fromBar, toBar);
        MetricsAccumulator metrics = new MetricsAccumulator(series, fromBar, costs.initialCapital(), periods);
        Account account = new Account(candles(), costs, fromBar, metrics, log, equity);
        BacktestRun run = rules == null
                ? new ClassicRun(candles(), costs, account, signals, read.entries(), toBar)
                : new RuledRun(candles(), costs, account, rules, read, toBar);
        run.run();
        return metrics.finish();
    }
}
