package studio.model.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One held candle series; {@code first} and {@code last} are open times.
 *
 * @param calendar when its market trades; that of the clock
 * @param origin where its candles last came from, e.g. {@code import}, {@code backfill} or {@code resampled from 5m}
 * @param flaws of the last import or backfill; null where none is known
 * @param clock when its candles open, and what that rests on
 */
public record SeriesInfo(
        String exchange,
        String symbol,
        Timeframe timeframe,
        Instant first,
        Instant last,
        long candles,
        CandleQuality quality,
        MarketCalendar calendar,
        String origin,
        @Nullable SourceFlaws flaws,
        FoundClock clock) {}
