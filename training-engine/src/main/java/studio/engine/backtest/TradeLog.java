package studio.engine.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import studio.engine.market.Candles;
import studio.model.result.ExitReason;
import studio.model.result.Side;
import studio.model.result.TradeView;

/** Keeps the trades of one run. */
final class TradeLog {
    private final Candles candles;
    private final List<TradeView> trades = new ArrayList<>();

    TradeLog(Candles candles) {
        this.candles = candles;
    }

    void add(
            int side,
            long entryTime,
            double entryPrice,
            long exitTime,
            double exitPrice,
            double quantity,
            double profit,
            double fees,
            int heldBars,
            ExitReason reason) {
        trades.add(new TradeView(
                side > 0 ? Side.LONG : Side.SHORT,
                Instant.ofEpochMilli(entryTime),
                entryPrice,
                Instant.ofEpochMilli(exitTime),
                exitPrice,
                quantity,
                profit,
                100 * profit / (quantity * entryPrice),
                fees,
                heldBars,
                reason));
    }

    long openTime(int bar) {
        return candles.time()[bar];
    }

    long closeTime(int bar) {
        return candles.closeTime(bar);
    }

    List<TradeView> trades() {
        return List.copyOf(trades);
    }
}
