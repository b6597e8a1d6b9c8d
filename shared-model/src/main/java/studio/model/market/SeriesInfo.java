package studio.model.market;

import java.time.Instant;

/** One held candle series; {@code first} and {@code last} are open times. */
public record SeriesInfo(
        String exchange,
        String symbol,
        Timeframe timeframe,
        Instant first,
        Instant last,
        long candles,
        CandleQuality quality) {}
