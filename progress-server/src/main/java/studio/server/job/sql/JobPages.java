package studio.server.job.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import studio.model.job.JobPage;
import studio.model.job.JobSummary;
import studio.server.job.JobBounds;
import studio.server.job.JobCursor;
import studio.server.job.JobFilter;
import studio.server.job.JobSort;

/**
 * Pages of the history by key: the next page starts after the last row of the one before, so rows that were added
 * meanwhile neither repeat nor hide any. Built of constants and named parameters only.
 */
final class JobPages {
    private final JobFilter filter;
    private final SortKey sort;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> bindings = new HashMap<>();

    JobPages(JobFilter filter) {
        this.filter = filter;
        this.sort = SortKey.of(filter.sort());
        if (!filter.status().isEmpty()) {
            where("j.status = ANY(:status)", "status", Columns.textArray(namesOf(filter)));
        }
        equal("strategy", filter.strategy());
        equal("symbol", filter.symbol());
        equal("exchange", filter.exchange());
        equal(
                "timeframe",
                filter.timeframe() == null ? null : filter.timeframe().wireName());
        equal(
                "optimizer",
                filter.optimizer() == null ? null : filter.optimizer().wireName());
        if (filter.q() != null && !filter.q().isBlank()) {
            where("strpos(j.search_text, :q) > 0", "q", filter.q().strip().toLowerCase(Locale.ROOT));
        }
        if (!filter.tags().isEmpty()) {
            where("j.tags @> :tags", "tags", Columns.textArray(filter.tags()));
        }
        if (filter.from() != null) {
            where("j.created_at >= :from", "from", filter.from());
        }
        if (filter.to() != null) {
            where("j.created_at < :to", "to", filter.to());
        }
        bounds(filter.bounds());
    }

    private void bounds(JobBounds bounds) {
        least("best_score", bounds.minBestScore());
        most("best_score", bounds.maxBestScore());
        least("net_profit_pct", bounds.minNetProfitPct());
        most("net_profit_pct", bounds.maxNetProfitPct());
        least("trades", bounds.minTrades());
        most("trades", bounds.maxTrades());
        least("duration_seconds", bounds.minDuration());
        most("duration_seconds", bounds.maxDuration());
        equal("stage", bounds.stage());
        equal("verdict", bounds.verdict());
        if (bounds.pinned() != null) {
            where("j.pinned = :pinned", "pinned", bounds.pinned());
        }
        equal("created_by", bounds.createdBy());
    }

    private void least(String column, @Nullable Double bound) {
        if (bound != null) {
            where("j." + column + " >= :min_" + column, "min_" + column, bound);
        }
    }

    private void most(String column, @Nullable Double bound) {
        if (bound != null) {
            where("j." + column + " <= :max_" + column, "max_" + column, bound);
        }
    }

    JobPage read(Handle handle, Instant now) {
        String direction = filter.sort().descending() ? "DESC" : "ASC";
        String cursor = filter.cursor();
        long total;
        if (cursor == null) {
            total = bind(handle.createQuery("SELECT count(*) FROM training_jobs j" + whereClause()))
                    .mapTo(Long.class)
                    .one();
        } else {
            JobCursor after = JobCursor.parse(cursor, filter.sort()).orElseThrow();
            total = after.total();
            where(
                    "(" + sort.expression + ", j.job_id) " + (filter.sort().descending() ? "<" : ">") + " (:key::"
                            + sort.type + ", :afterId)",
                    "key",
                    after.key());
            bindings.put("afterId", after.jobId());
        }
        List<Row> rows = bind(handle.createQuery("SELECT " + JobRow.COLUMNS + ", (" + sort.expression
                        + ")::text AS sort_key FROM training_jobs j LEFT JOIN training_progress p USING (job_id)"
                        + whereClause() + " ORDER BY " + sort.expression + " " + direction + ", j.job_id " + direction
                        + " LIMIT :limit"))
                .bind("limit", filter.limit() + 1)
                .map((row, context) -> new Row(JobRow.summary(row, now), row.getString("sort_key")))
                .list();
        boolean more = rows.size() > filter.limit();
        List<Row> page = more ? rows.subList(0, filter.limit()) : rows;
        return new JobPage(page.stream().map(Row::job).toList(), more ? cursorAfter(page, total) : null, total);
    }

    private String cursorAfter(List<Row> page, long total) {
        Row last = page.get(page.size() - 1);
        return new JobCursor(filter.sort(), last.key(), last.job().jobId(), total).text();
    }

    private static List<String> namesOf(JobFilter filter) {
        return filter.status().stream().map(Enum::name).toList();
    }

    private void equal(String column, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            where("j." + column + " = :" + column, column, value);
        }
    }

    private void where(String condition, String name, Object value) {
        conditions.add(condition);
        bindings.put(name, value);
    }

    private String whereClause() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private <S extends SqlStatement<S>> S bind(S statement) {
        bindings.forEach(statement::bind);
        return statement;
    }

    private record Row(JobSummary job, String key) {}

    /** The column that is sorted by; an unknown value is put at the far end, as the indexes do. */
    private record SortKey(String expression, String type) {
        static SortKey of(JobSort sort) {
            String last = sort.descending() ? "'-infinity'" : "'infinity'";
            return switch (sort.key()) {
                case CREATED_AT -> new SortKey("j.created_at", "timestamptz");
                case STARTED_AT -> lastWhenUnknown("started_at", last, "timestamptz");
                case ENDED_AT -> lastWhenUnknown("ended_at", last, "timestamptz");
                case DURATION -> lastWhenUnknown("duration_seconds", last, "double precision");
                case BEST_SCORE -> lastWhenUnknown("best_score", last, "double precision");
                case NET_PROFIT_PCT -> lastWhenUnknown("net_profit_pct", last, "double precision");
                case TRADES -> lastWhenUnknown("trades", last, "double precision");
                case STATUS, STRATEGY, SYMBOL, EXCHANGE, TIMEFRAME, OPTIMIZER, NAME ->
                    new SortKey("j." + sort.key().wireName(), "text");
                case STAGE, VERDICT, CREATED_BY -> {
                    String column = "j." + sort.key().wireName();
                    String known = sort.descending() ? "1" : "0";
                    String unknown = sort.descending() ? "0" : "1";
                    // A digit before the word: it sorts alike in every collation.
                    yield new SortKey(
                            "CASE WHEN coalesce(" + column + ", '') = '' THEN '" + unknown + "' ELSE '" + known
                                    + "' || " + column + " END",
                            "text");
                }
            };
        }

        private static SortKey lastWhenUnknown(String column, String last, String type) {
            return new SortKey("coalesce(j." + column + ", " + last + "::" + type + ")", type);
        }
    }
}
