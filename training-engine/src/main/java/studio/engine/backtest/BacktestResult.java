package studio.engine.backtest;

import java.util.List;
import studio.engine.market.Candles;
import studio.model.result.EquityPoint;
import studio.model.result.Metrics;
import studio.model.result.TradeView;

/**
 * One backtest in full.
 *
 * @param fromBar the first bar of the run
 * @param equity at the close of each bar from {@code fromBar} on, in quote currency; not to be written to
 * @param trades in order of entry
 */
public record BacktestResult(Metrics metrics, Candles candles, int fromBar, double[] equity, List<TradeView> trades) {

    /**
     * The equity curve for drawing, thinned so that peak and trough of every stretch are kept.
     *
     * @param maxPoints at least 4
     */
    public List<EquityPoint> thinnedEquity(int maxPoints) {
        return EquityCurve.thinned(candles, fromBar, equity, maxPoints);
    }
}
