package studio.server.progress.sql;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import studio.model.progress.StepKey;
import studio.server.progress.StepCost;

/** What finished steps took on this installation. Thread-safe. */
public final class CostRepository {
    private final Jdbi jdbi;

    public CostRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Stores a step's cost, within the transaction that completes its job. */
    public static void insert(Handle handle, StepCost cost, Instant endedAt) {
        handle.createUpdate("""
                        INSERT INTO training_costs
                            (strategy, optimizer, step, trials, candles, seconds, model_seconds, ended_at)
                        VALUES (:strategy, :optimizer, :step, :trials, :candles, :seconds, :modelSeconds, :endedAt)
                        """)
                .bind("strategy", cost.strategy())
                .bind("optimizer", cost.optimizer())
                .bind("step", cost.step().wireName())
                .bind("trials", cost.trials())
                .bind("candles", cost.candles())
                .bind("seconds", cost.seconds())
                .bind("modelSeconds", cost.modelSeconds())
                .bind("endedAt", endedAt)
                .execute();
    }

    /** The newest costs of that step, newest first. */
    public List<StepCost> newest(String strategy, String optimizer, StepKey step, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT trials, candles, seconds, model_seconds FROM training_costs
                        WHERE strategy = :strategy AND optimizer = :optimizer AND step = :step
                        ORDER BY ended_at DESC LIMIT :limit
                        """)
                .bind("strategy", strategy)
                .bind("optimizer", optimizer)
                .bind("step", step.wireName())
                .bind("limit", limit)
                .map((row, context) -> new StepCost(
                        strategy,
                        optimizer,
                        step,
                        row.getLong("trials"),
                        row.getLong("candles"),
                        row.getDouble("seconds"),
                        row.getDouble("model_seconds")))
                .list());
    }
}
