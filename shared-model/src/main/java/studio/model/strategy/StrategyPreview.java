package studio.model.strategy;

import java.time.Instant;
import java.util.List;
import studio.model.result.EquityPoint;
import studio.model.result.Metrics;
import studio.model.result.TradeView;

/**
 * A strategy on a series with one set of inputs: no training, and nothing that is stored.
 *
 * @param candles that were used
 * @param first open time of the first one
 * @param last open time of the last one
 * @param equity thinned for drawing
 * @param trades the newest ones, at most 2,000
 * @param totalTrades all of them
 */
public record StrategyPreview(
        int candles,
        Instant first,
        Instant last,
        Metrics metrics,
        List<EquityPoint> equity,
        List<TradeView> trades,
        int totalTrades) {
    public StrategyPreview {
        equity = List.copyOf(equity);
        trades = List.copyOf(trades);
    }
}
