package studio.benchmarks.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Strategy;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.backtest.BarSeriesManager;
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

/**
 * SMA 10 over 50, long only, with 2 % stop and 4 % gain, return and drawdown: less work a candle than ours, which also
 * sells short and computes all metrics.
 */
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

    /** Indicators are made anew, as each set of parameters needs its own; returns the number of trades. */
    int run() {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        SMAIndicator fast = new SMAIndicator(close, 10);
        SMAIndicator slow = new SMAIndicator(close, 50);
        Strategy strategy = new BaseStrategy(
                new CrossedUpIndicatorRule(fast, slow),
                new CrossedDownIndicatorRule(fast, slow)
                        .or(new StopLossRule(close, 2))
                        .or(new StopGainRule(close, 4)));
        TradingRecord record = new BarSeriesManager(series).run(strategy);
        double figures = new ReturnCriterion().calculate(series, record).doubleValue()
                + new MaximumDrawdownCriterion().calculate(series, record).doubleValue();
        if (Double.isNaN(figures)) {
            throw new IllegalStateException("ta4j gave no figures");
        }
        return record.getPositionCount();
    }
}
