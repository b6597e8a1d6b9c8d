package studio.benchmarks.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Strategy;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.backtest.TradeOnCurrentCloseModel;
import org.ta4j.core.criteria.MaximumDrawdownCriterion;
import org.ta4j.core.criteria.pnl.ReturnCriterion;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.ta4j.core.rules.StopGainRule;
import org.ta4j.core.rules.StopLossRule;
import studio.engine.market.Candles;

/** {@link PercentCross} in ta4j 0.17 with doubles; of the figures return and maximum drawdown only. */
final class Ta4jCross {
    private final BarSeries series;

    Ta4jCross(Candles candles) {
        this.series = new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
        for (int i = 0; i < candles.size(); i++) {
            Instant closed =
                    Instant.ofEpochMilli(candles.time()[i] + candles.timeframe().millis());
            series.addBar(
                    closed.atZone(ZoneOffset.UTC),
                    candles.open()[i],
                    candles.high()[i],
                    candles.low()[i],
                    candles.close()[i],
                    candles.volume()[i]);
        }
    }

    /** Indicators are made anew, as each set of parameters needs its own. */
    TradingRecord trade(int fastPeriod, int slowPeriod) {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        SMAIndicator fast = new SMAIndicator(close, fastPeriod);
        SMAIndicator slow = new SMAIndicator(close, slowPeriod);
        Strategy strategy = new BaseStrategy(
                new CrossedUpIndicatorRule(fast, slow),
                new CrossedDownIndicatorRule(fast, slow)
                        .or(new StopLossRule(close, 100 * PercentCross.STOP))
                        .or(new StopGainRule(close, 100 * PercentCross.STOP * PercentCross.RISK_REWARD)),
                slowPeriod);
        return new BarSeriesManager(series, new TradeOnCurrentCloseModel()).run(strategy);
    }

    /** Trades and figures; their sum, so that nothing is left out as unused. */
    double run(int fastPeriod, int slowPeriod) {
        TradingRecord record = trade(fastPeriod, slowPeriod);
        return new ReturnCriterion().calculate(series, record).doubleValue()
                + new MaximumDrawdownCriterion().calculate(series, record).doubleValue();
    }
}
