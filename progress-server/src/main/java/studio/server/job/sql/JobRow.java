package studio.server.job.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import studio.model.job.JobStatus;
import studio.model.job.JobSummary;
import studio.model.job.Objective;
import studio.model.job.OptimizerKind;
import studio.model.market.Timeframe;

/** Reads one row of the history. */
final class JobRow {
    /**
     * What {@link #summary} reads. A running job shows its best score so far from its progress; both versions count, so
     * that the sum grows whenever anything shown changes.
     */
    static final String COLUMNS = """
            j.job_id, j.status, j.strategy, j.strategy_version, j.symbol, j.exchange, j.timeframe, j.optimizer, j.objective,
            coalesce(p.percentage, 0) AS percentage, coalesce(j.best_score, p.best_score) AS best_score,
            j.net_profit_pct, j.trades, j.stage, j.verdict, j.config_id, j.created_at, j.started_at, j.ended_at,
            j.error_message, j.name, j.note, j.tags, j.pinned, j.created_by, j.rerun_of,
            j.version + coalesce(p.version, 0) AS version
            """;

    private JobRow() {}

    static JobSummary summary(ResultSet row, Instant now) throws SQLException {
        Instant started = Columns.instant(row, "started_at");
        Instant ended = Columns.instant(row, "ended_at");
        return new JobSummary(
                row.getString("job_id"),
                JobStatus.valueOf(row.getString("status")),
                row.getString("strategy"),
                Columns.integer(row, "strategy_version"),
                row.getString("symbol"),
                row.getString("exchange"),
                Timeframe.of(row.getString("timeframe")),
                OptimizerKind.of(row.getString("optimizer")),
                Objective.of(row.getString("objective")),
                row.getDouble("percentage"),
                Columns.real(row, "best_score"),
                Columns.real(row, "net_profit_pct"),
                Columns.integer(row, "trades"),
                row.getString("stage"),
                row.getString("verdict"),
                row.getString("config_id"),
                Columns.requiredInstant(row, "created_at"),
                started,
                ended,
                seconds(started, ended == null ? now : ended),
                row.getString("error_message"),
                row.getString("name"),
                row.getString("note"),
                Columns.texts(row, "tags"),
                row.getBoolean("pinned"),
                row.getString("created_by"),
                row.getString("rerun_of"),
                row.getLong("version"));
    }

    private static @Nullable Double seconds(@Nullable Instant from, Instant to) {
        return from == null ? null : Math.max(0, Duration.between(from, to).toMillis() / 1000.0);
    }
}
