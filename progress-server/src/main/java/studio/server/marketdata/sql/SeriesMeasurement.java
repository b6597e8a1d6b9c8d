package studio.server.marketdata.sql;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import studio.server.marketdata.SeriesKey;

/**
 * Writes a series' row of {@code market_series} from its candles. The same figures as the engine's meter, but where
 * the candles are: a series of any length takes no memory here.
 */
final class SeriesMeasurement {
    private SeriesMeasurement() {}

    static void refresh(Handle handle, SeriesKey key, Instant now) {
        CandleWriter.named(handle.createUpdate("""
                        INSERT INTO market_series (exchange, symbol, timeframe, first_open_time, last_open_time, candles,
                            gaps, missing_candles, zero_volume_share, flat_share, impossible, measured_at)
                        SELECT :exchange, :symbol, :timeframe, min(open_time), max(open_time), count(*),
                            count(*) FILTER (WHERE steps > 1),
                            coalesce(sum(steps - 1) FILTER (WHERE steps > 1), 0),
                            avg((volume = 0)::int)::double precision,
                            avg((open = high AND high = low AND low = close)::int)::double precision,
                            0, :now
                        FROM (
                            SELECT open_time, open, high, low, close, volume,
                                (extract(epoch FROM open_time - lag(open_time) OVER (ORDER BY open_time))
                                    / :seconds)::bigint AS steps
                            FROM market_data
                            WHERE exchange = :exchange AND symbol = :symbol AND timeframe = :timeframe
                        ) AS candle
                        HAVING count(*) > 0
                        ON CONFLICT (exchange, symbol, timeframe) DO UPDATE
                        SET first_open_time = excluded.first_open_time, last_open_time = excluded.last_open_time,
                            candles = excluded.candles, gaps = excluded.gaps,
                            missing_candles = excluded.missing_candles,
                            zero_volume_share = excluded.zero_volume_share, flat_share = excluded.flat_share,
                            impossible = excluded.impossible, measured_at = excluded.measured_at
                        """), key)
                .bind("seconds", key.timeframe().duration().toSeconds())
                .bind("now", now)
                .execute();
    }
}
