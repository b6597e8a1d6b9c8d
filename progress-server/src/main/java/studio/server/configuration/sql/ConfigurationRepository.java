package studio.server.configuration.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import studio.model.job.Objective;
import studio.model.job.TrainingSpec;
import studio.model.market.Timeframe;
import studio.model.result.Configuration;
import studio.model.result.LifecycleStage;
import studio.model.result.Metrics;
import studio.model.result.TrustReport;
import studio.model.result.WalkForwardReport;
import studio.server.configuration.ConfigurationFilter;
import studio.server.shared.json.JsonText;

/** Saved configurations. Thread-safe. */
public final class ConfigurationRepository {
    private final Jdbi jdbi;

    public ConfigurationRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Stores a configuration, within the transaction that completes its job. */
    public static void insert(Handle handle, Configuration saved) {
        handle.createUpdate("""
                        INSERT INTO trained_configurations (config_id, job_id, strategy, symbol, exchange, timeframe,
                            params, objective, score, metrics, walk_forward, stage, confidence, spec, created_at)
                        VALUES (:configId, :jobId, :strategy, :symbol, :exchange, :timeframe, :params::json, :objective,
                            :score, :metrics::json, :walkForward::json, :stage, :confidence::float8, :spec::json, :at)
                        """)
                .bind("configId", saved.configId())
                .bind("jobId", saved.jobId())
                .bind("strategy", saved.strategy())
                .bind("symbol", saved.symbol())
                .bind("exchange", saved.exchange())
                .bind("timeframe", saved.timeframe().wireName())
                .bind("params", JsonText.write(saved.params()))
                .bind("objective", saved.objective().wireName())
                .bind("score", saved.score())
                .bind("metrics", JsonText.write(saved.metrics()))
                .bind("walkForward", JsonText.writeOrNull(saved.walkForward()))
                .bind("stage", saved.stage().name())
                .bind("confidence", saved.confidence())
                .bind("spec", JsonText.write(saved.spec()))
                .bind("at", saved.createdAt())
                .execute();
    }

    /** Those that pass the filter, newest first. */
    public List<Configuration> list(ConfigurationFilter filter) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT c.*, t.report AS trust
                        FROM trained_configurations c LEFT JOIN trust_reports t USING (job_id)
                        WHERE (:strategy::text IS NULL OR strategy = :strategy)
                          AND (:symbol::text IS NULL OR symbol = :symbol)
                          AND (:exchange::text IS NULL OR exchange = :exchange)
                          AND (:timeframe::text IS NULL OR timeframe = :timeframe)
                          AND (:stage::text IS NULL OR stage = :stage)
                        ORDER BY created_at DESC, config_id LIMIT :limit
                        """)
                .bind("strategy", filter.strategy())
                .bind("symbol", filter.symbol())
                .bind("exchange", filter.exchange())
                .bind(
                        "timeframe",
                        filter.timeframe() == null ? null : filter.timeframe().wireName())
                .bind("stage", filter.stage() == null ? null : filter.stage().name())
                .bind("limit", filter.limit())
                .map((row, context) -> configuration(row))
                .list());
    }

    /** The configuration of that id. */
    public Optional<Configuration> find(String configId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT c.*, t.report AS trust
                                FROM trained_configurations c LEFT JOIN trust_reports t USING (job_id)
                                WHERE config_id = :configId
                                """)
                .bind("configId", configId)
                .map((row, context) -> configuration(row))
                .findOne());
    }

    private static Configuration configuration(ResultSet row) throws SQLException {
        double confidence = row.getDouble("confidence");
        boolean known = !row.wasNull();
        TrainingSpec spec = JsonText.read(row.getString("spec"), TrainingSpec.class);
        return new Configuration(
                row.getString("config_id"),
                row.getString("job_id"),
                row.getString("strategy"),
                spec.strategyVersion(),
                row.getString("symbol"),
                row.getString("exchange"),
                Timeframe.of(row.getString("timeframe")),
                Objects.requireNonNull(JsonText.readMap(row.getString("params"))),
                Objective.of(row.getString("objective")),
                row.getDouble("score"),
                JsonText.read(row.getString("metrics"), Metrics.class),
                JsonText.readOrNull(row.getString("walk_forward"), WalkForwardReport.class),
                JsonText.readOrNull(row.getString("trust"), TrustReport.class),
                LifecycleStage.valueOf(row.getString("stage")),
                known ? confidence : null,
                spec,
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
