package studio.server.progress.sql;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import studio.model.progress.StepKey;
import studio.server.progress.CostSource;
import studio.server.progress.StepCost;

/** What finished steps took on this installation. Thread-safe. */
public final class CostRepository implements CostSource {
    private final Jdbi jdbi;

    public CostRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Stores a step's cost, within the transaction that completes its job. */
    public static void insert(Handle handle, StepCost cost, Instant endedAt) {
        handle.createUpdate("""
                        INSERT INTO training_costs
                            (strategy, optimizer, step, phase, phases, trials, candles, seconds, model_seconds, threads,
                                jobs, ended_at)
                        VALUES (:strategy, :optimizer, :step, :phase, :phases, :trials, :candles, :seconds,
                            :modelSeconds, :threads::integer, :jobs, :endedAt)
                        """)
                .bind("strategy", cost.strategy())
                .bind("optimizer", cost.optimizer())
                .bind("step", cost.step().wireName())
                .bind("phase", cost.phase())
                .bind("phases", cost.phases())
                .bind("trials", cost.trials())
                .bind("candles", cost.candles())
                .bind("seconds", cost.seconds())
                .bind("modelSeconds", cost.modelSeconds())
                .bind("threads", cost.threads())
                .bind("jobs", cost.jobs())
                .bind("endedAt", endedAt)
                .execute();
    }

    @Override
    public List<StepCost> newest(String strategy, String optimizer, StepKey step, String phase, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT phases, trials, candles, seconds, model_seconds, threads, jobs FROM training_costs
                        WHERE strategy = :strategy AND optimizer = :optimizer AND step = :step AND phase = :phase
                        ORDER BY ended_at DESC LIMIT :limit
                        """)
                .bind("strategy", strategy)
                .bind("optimizer", optimizer)
                .bind("step", step.wireName())
                .bind("phase", phase)
                .bind("limit", limit)
                .map((row, context) -> new StepCost(
                        strategy,
                        optimizer,
                        step,
                        phase,
                        row.getInt("phases"),
                        row.getLong("trials"),
                        row.getLong("candles"),
                        row.getDouble("seconds"),
                        row.getDouble("model_seconds"),
                        row.getObject("threads", Integer.class),
                        row.getDouble("jobs")))
                .list());
    }
}
