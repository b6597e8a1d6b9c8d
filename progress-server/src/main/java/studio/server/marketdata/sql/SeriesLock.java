package studio.server.marketdata.sql;

import org.jdbi.v3.core.Handle;
import studio.server.marketdata.SeriesKey;

/** Held by whoever changes a series, until the transaction ends. Stateless. */
final class SeriesLock {
    private static final String NAME =
            "hashtextextended('market_data ' || :exchange || ' ' || :symbol || ' ' || :timeframe, 0)";

    private SeriesLock() {}

    /** Waits for it: two storings into one series follow one another, else the measured figures could miss one. */
    static void take(Handle handle, SeriesKey key) {
        CandleWriter.named(handle.createQuery("SELECT pg_advisory_xact_lock(" + NAME + ") IS NULL"), key)
                .mapTo(Boolean.class)
                .one();
    }

    /** False when somebody else has it. */
    static boolean tryTake(Handle handle, SeriesKey key) {
        return CandleWriter.named(handle.createQuery("SELECT pg_try_advisory_xact_lock(" + NAME + ")"), key)
                .mapTo(Boolean.class)
                .one();
    }
}
