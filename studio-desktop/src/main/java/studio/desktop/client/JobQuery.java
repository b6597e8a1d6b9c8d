package studio.desktop.client;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What page of the history is wanted.
 *
 * @param filters by wire name, e.g. {@code status=RUNNING}, {@code q=sweep}; empty values are left out
 * @param sort e.g. {@code -created_at}
 * @param limit 1..500
 * @param cursor of the page before; null for the first page
 */
public record JobQuery(
        Map<String, String> filters,
        String sort,
        int limit,
        @Nullable String cursor) {

    public JobQuery {
        filters = java.util.Collections.unmodifiableMap(new TreeMap<>(filters));
    }

    /** The newest jobs, unfiltered. */
    public static JobQuery newest(int limit) {
        return new JobQuery(Map.of(), "-created_at", limit, null);
    }

    /** The page after this one. */
    public JobQuery after(String nextCursor) {
        return new JobQuery(filters, sort, limit, nextCursor);
    }
}
