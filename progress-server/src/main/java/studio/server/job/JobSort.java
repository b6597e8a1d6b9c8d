package studio.server.job;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The order of the history. Rows whose key is unknown come last in both directions; equal keys are ordered by job id.
 *
 * @param descending largest or newest first
 */
public record JobSort(Key key, boolean descending) {
    public static final JobSort NEWEST = new JobSort(Key.CREATED_AT, true);

    /** What may be sorted by. */
    public enum Key {
        CREATED_AT,
        STARTED_AT,
        ENDED_AT,
        DURATION,
        BEST_SCORE,
        NET_PROFIT_PCT,
        TRADES,
        STATUS,
        STRATEGY,
        SYMBOL,
        EXCHANGE,
        TIMEFRAME,
        OPTIMIZER,
        NAME,
        STAGE,
        VERDICT,
        CREATED_BY;

        /** The name on the wire, e.g. {@code created_at}. */
        public String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Reads {@code created_at} or {@code -created_at}; empty when there is no such key. */
    public static Optional<JobSort> parse(String text) {
        boolean descending = text.startsWith("-");
        String name = descending ? text.substring(1) : text;
        return Arrays.stream(Key.values())
                .filter(key -> key.wireName().equals(name))
                .map(key -> new JobSort(key, descending))
                .findFirst();
    }

    /** All wire names, to tell what is allowed. */
    public static List<String> wireNames() {
        return Arrays.stream(Key.values()).map(Key::wireName).toList();
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return (descending ? "-" : "") + key.wireName();
    }
}
