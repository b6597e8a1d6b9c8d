package studio.server.pipeline;

import org.jspecify.annotations.Nullable;
import studio.engine.market.Candles;
import studio.model.market.Timeframe;

/** The candles that are held. */
@FunctionalInterface
public interface CandleSource {
    /**
     * The last candles of a series, counted back from the last stored one; empty columns when nothing of it is held.
     * One of the lookbacks is null; less data than asked for is given as it is.
     */
    Candles last(
            String exchange,
            String symbol,
            Timeframe timeframe,
            @Nullable Integer lookbackDays,
            @Nullable Integer lookbackCandles);
}
