package studio.server.marketdata.sql;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import studio.server.marketdata.RemovalOutcome;
import studio.server.marketdata.SeriesKey;

/** Removes series: candles, the figures that were replaced, and the row that lists them. Thread-safe. */
public final class SeriesRemoval {
    private static final String NAMED = " WHERE exchange = :exchange AND symbol = :symbol AND timeframe = :timeframe";

    private final Jdbi jdbi;

    public SeriesRemoval(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All is removed or nothing. What trainings found on the series stays, with its fingerprint. */
    public RemovalOutcome remove(SeriesKey key) {
        return jdbi.inTransaction(handle -> {
            long trainings = open(handle, "training_jobs", key);
            if (trainings > 0) {
                return new RemovalOutcome.InUse(trainings == 1 ? "a training" : trainings + " trainings");
            }
            if (open(handle, "data_tasks", key) > 0 || !SeriesLock.tryTake(handle, key)) {
                return new RemovalOutcome.InUse("an import, a backfill or a resampling");
            }
            delete(handle, "candle_revisions", key);
            delete(handle, "market_series", key);
            int candles = delete(handle, "market_data", key);
            return candles == 0 ? new RemovalOutcome.NotHeld() : new RemovalOutcome.Removed(candles);
        });
    }

    private static int delete(Handle handle, String table, SeriesKey key) {
        return CandleWriter.named(handle.createUpdate("DELETE FROM " + table + NAMED), key)
                .execute();
    }

    private static long open(Handle handle, String table, SeriesKey key) {
        return CandleWriter.named(
                        handle.createQuery("SELECT count(*) FROM " + table + NAMED
                                + " AND status IN ('PENDING', 'RUNNING', 'CANCELLING')"),
                        key)
                .mapTo(Long.class)
                .one();
    }
}
