package studio.server.marketdata.sql;

import java.io.IOException;
import java.util.Optional;

/** Candles one after the other, so that a file of any length takes no memory. */
public interface CandleSource {
    /** The next one; empty at the end. */
    Optional<NewCandle> next() throws IOException;
}
