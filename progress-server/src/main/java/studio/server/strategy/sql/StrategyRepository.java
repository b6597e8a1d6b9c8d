package studio.server.strategy.sql;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import studio.model.market.Timeframe;
import studio.model.strategy.StrategyInfo;
import studio.model.strategy.StrategyVersion;

/** Written strategies as they are read. Thread-safe. */
public final class StrategyRepository {
    private static final String NEWEST = """
            FROM written_strategies s JOIN LATERAL (
                SELECT * FROM strategy_versions WHERE name = s.name ORDER BY version DESC LIMIT 1) v ON true
            """;

    private final Jdbi jdbi;

    public StrategyRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The newest version of each, by name. */
    public List<StrategyInfo> list() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + StrategyRow.INFO + NEWEST + " ORDER BY s.name")
                .map((row, context) -> StrategyRow.info(row))
                .list());
    }

    /** The newest version of the strategy of that identifier, or else of that title. */
    public Optional<StrategyInfo> find(String name, String titleKey) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + StrategyRow.INFO + NEWEST + """
                        WHERE s.name = :name OR s.title_key = :key
                        ORDER BY s.name <> :name LIMIT 1
                        """)
                .bind("name", name)
                .bind("key", titleKey)
                .map((row, context) -> StrategyRow.info(row))
                .findOne());
    }

    /** All versions, newest first; empty when there is no strategy of that name. */
    public List<StrategyVersion> versions(String name) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + StrategyRow.VERSION
                        + "FROM strategy_versions v WHERE v.name = :name ORDER BY v.version DESC")
                .bind("name", name)
                .map((row, context) -> StrategyRow.version(row))
                .list());
    }

    /** That version of that strategy. */
    public Optional<StrategyVersion> version(String name, int version) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + StrategyRow.VERSION
                        + "FROM strategy_versions v WHERE v.name = :name AND v.version = :version")
                .bind("name", name)
                .bind("version", version)
                .map((row, context) -> StrategyRow.version(row))
                .findOne());
    }

    /** The version that was saved under that id. */
    public Optional<StrategyVersion> saved(String versionId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT " + StrategyRow.VERSION + "FROM strategy_versions v WHERE v.version_id = :id")
                .bind("id", versionId)
                .map((row, context) -> StrategyRow.version(row))
                .findOne());
    }

    /** Under which name the trials of a strategy are counted: its own for one that is not a written one. */
    public String family(String name) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT strategy_family(:name)")
                .bind("name", name)
                .mapTo(String.class)
                .one());
    }

    /** Parameter sets that the strategy's family ever tried on a series. */
    public long familyTrials(String name, String exchange, String symbol, Timeframe timeframe) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT coalesce(sum(trials), 0) FROM trial_counts
                        WHERE exchange = :exchange AND symbol = :symbol AND timeframe = :timeframe
                          AND strategy = strategy_family(:name)
                        """)
                .bind("exchange", exchange)
                .bind("symbol", symbol)
                .bind("timeframe", timeframe.wireName())
                .bind("name", name)
                .mapTo(Long.class)
                .one());
    }
}
