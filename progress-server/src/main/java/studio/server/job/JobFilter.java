package studio.server.job;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.model.job.JobStatus;
import studio.model.job.OptimizerKind;
import studio.model.market.Timeframe;

/**
 * Which jobs are wanted, in which order. A null or empty criterion lets every job pass.
 *
 * @param q must occur in name, note, strategy, symbol or id, whatever its case
 * @param tags the job must carry all of them
 * @param bounds of the jobs' figures
 * @param from created at this moment or later
 * @param to created before this moment
 * @param limit 1..500
 * @param cursor of the page before; it belongs to that page's sort
 */
public record JobFilter(
        Set<JobStatus> status,
        @Nullable String strategy,
        @Nullable String symbol,
        @Nullable String exchange,
        @Nullable Timeframe timeframe,
        @Nullable OptimizerKind optimizer,
        @Nullable String q,
        List<String> tags,
        @Nullable Instant from,
        @Nullable Instant to,
        JobBounds bounds,
        JobSort sort,
        int limit,
        @Nullable String cursor) {
    public static final int MAX_LIMIT = 500;

    /** Throws {@code IllegalArgumentException} on a limit out of range or a cursor that is none or of another sort. */
    public JobFilter {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit = " + limit + " is not in 1.." + MAX_LIMIT);
        }
        if (cursor != null && JobCursor.parse(cursor, sort).isEmpty()) {
            throw new IllegalArgumentException("cursor was not given by a page of this sort (" + sort + ")");
        }
        status = Set.copyOf(status);
        tags = List.copyOf(tags);
    }

    /** Without bounds on the jobs' figures. */
    public JobFilter(
            Set<JobStatus> status,
            @Nullable String strategy,
            @Nullable String symbol,
            @Nullable String exchange,
            @Nullable Timeframe timeframe,
            @Nullable OptimizerKind optimizer,
            @Nullable String q,
            List<String> tags,
            @Nullable Instant from,
            @Nullable Instant to,
            JobSort sort,
            int limit,
            @Nullable String cursor) {
        this(
                status,
                strategy,
                symbol,
                exchange,
                timeframe,
                optimizer,
                q,
                tags,
                from,
                to,
                JobBounds.NONE,
                sort,
                limit,
                cursor);
    }

    /** The newest jobs, unfiltered. */
    public static JobFilter newest(int limit) {
        return new JobFilter(
                Set.of(), null, null, null, null, null, null, List.of(), null, null, JobSort.NEWEST, limit, null);
    }

    /** The same with that cursor. */
    public JobFilter after(@Nullable String next) {
        return new JobFilter(
                status, strategy, symbol, exchange, timeframe, optimizer, q, tags, from, to, bounds, sort, limit, next);
    }
}
