package studio.model.result;

import java.time.Instant;

/**
 * One closed trade.
 *
 * @param entryPrice fill including slippage
 * @param quantity in base units
 * @param profit after fees, in quote currency
 * @param profitPct of the entry notional
 * @param fees of both sides, in quote currency
 */
public record TradeView(
        Side side,
        Instant entryTime,
        double entryPrice,
        Instant exitTime,
        double exitPrice,
        double quantity,
        double profit,
        double profitPct,
        double fees,
        int bars,
        ExitReason exitReason) {}
