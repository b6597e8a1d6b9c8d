package studio.server.marketdata.sql;

/** Hears how storing goes on. What it throws ends the storing, and nothing is stored then. */
@FunctionalInterface
public interface StoreListener {
    /** So many candles have been taken so far. */
    void taken(long candles);
}
