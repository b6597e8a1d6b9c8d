package studio.benchmarks.engine;

import java.util.List;
import org.ta4j.core.Position;
import org.ta4j.core.TradingRecord;
import studio.engine.market.Candles;
import studio.model.result.ExitReason;
import studio.model.result.TradeView;

/** Refuses to measure two engines that do not do the same work. */
final class SameTrades {
    private SameTrades() {}

    /**
     * Every closed trade must have the same entry and exit bar and, but for rounding, the same prices. A position open at
     * the end is closed by us and left open by ta4j.
     *
     * @return how many trades were compared
     * @throws IllegalStateException when they differ
     */
    static int check(Candles candles, List<TradeView> ours, TradingRecord theirs) {
        List<TradeView> closed = ours.stream()
                .filter(trade -> trade.exitReason() != ExitReason.END_OF_DATA)
                .toList();
        List<Position> positions = theirs.getPositions();
        if (closed.size() != positions.size()) {
            throw new IllegalStateException("we closed " + closed.size() + " trades, ta4j " + positions.size());
        }
        for (int i = 0; i < closed.size(); i++) {
            TradeView trade = closed.get(i);
            Position position = positions.get(i);
            boolean same = at(
                            candles,
                            position.getEntry().getIndex(),
                            trade.entryTime().toEpochMilli())
                    && at(
                            candles,
                            position.getExit().getIndex(),
                            trade.exitTime().toEpochMilli())
                    && near(position.getEntry().getPricePerAsset().doubleValue(), trade.entryPrice())
                    && near(position.getExit().getPricePerAsset().doubleValue(), trade.exitPrice());
            if (!same) {
                throw new IllegalStateException("trade " + i + ": " + trade + ", ta4j " + position);
            }
        }
        return closed.size();
    }

    /** Fills at a close carry its time; a stop or target reached is told with the time at which its candle opened. */
    private static boolean at(Candles candles, int bar, long time) {
        return time == candles.time()[bar]
                || time == candles.time()[bar] + candles.timeframe().millis();
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= 1e-9 * Math.abs(b);
    }
}
