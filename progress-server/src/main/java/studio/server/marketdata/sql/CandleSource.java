package studio.server.marketdata.sql;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.model.market.FoundClock;
import studio.model.market.SourceFlaws;

/** Candles one after the other, so that a file of any length takes no memory. */
@FunctionalInterface
public interface CandleSource {
    /** The next one; empty at the end. */
    Optional<NewCandle> next() throws IOException;

    /**
     * The clock of its candles, asked before the first of them while the series is locked.
     *
     * @return null where only the series itself knows
     */
    default @Nullable FoundClock clock() throws IOException {
        return null;
    }

    /**
     * What storing put right in it, asked after the end; empty where that is of no interest.
     *
     * @param duplicates as the storing counted them
     */
    default Optional<SourceFlaws> flaws(long duplicates) {
        return Optional.empty();
    }
}
