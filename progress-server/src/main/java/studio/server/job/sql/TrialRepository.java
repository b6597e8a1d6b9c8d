package studio.server.job.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import studio.engine.search.Evaluation;
import studio.engine.search.ParameterSet;
import studio.engine.search.Trial;
import studio.model.job.TrialPage;
import studio.model.job.TrialState;
import studio.model.job.TrialView;
import studio.model.result.Metrics;
import studio.server.shared.json.JsonText;

/** The trials of a job. Thread-safe. */
public final class TrialRepository {
    private final Jdbi jdbi;
    private final IntConsumer counted;

    public TrialRepository(Jdbi jdbi) {
        this(jdbi, count -> {});
    }

    /** @param counted hears of every batch how many trials were stored */
    public TrialRepository(Jdbi jdbi, IntConsumer counted) {
        this.jdbi = jdbi;
        this.counted = counted;
    }

    /**
     * Stores trials in one statement; those already stored stay as they are.
     *
     * @return false when the job belongs to another attempt by now, and then nothing was stored
     */
    public boolean insert(String jobId, int attempt, List<Trial> trials) {
        boolean stored = jdbi.inTransaction(handle -> {
            if (!JobRuns.holds(handle, jobId, attempt)) {
                return false;
            }
            insertAll(handle, jobId, attempt, trials);
            TrialCounts.raise(
                    handle, jobId, trials.stream().mapToInt(Trial::number).max().orElse(0));
            return true;
        });
        if (stored) {
            counted.accept(trials.size());
        }
        return stored;
    }

    private static void insertAll(Handle handle, String jobId, int attempt, List<Trial> trials) {
        handle.createUpdate("""
                        INSERT INTO training_trials
                            (job_id, number, state, params, score, violation, metrics, reason, duration_ns, attempt)
                        SELECT :jobId, number, state, params::json, score, violation, metrics::json, reason, nanos, :attempt
                        FROM unnest(:numbers, :states, :params, :scores, :violations, :metrics, :reasons, :nanos)
                            AS t (number, state, params, score, violation, metrics, reason, nanos)
                        ON CONFLICT (job_id, number) DO NOTHING
                        """)
                .bind("jobId", jobId)
                .bind("attempt", attempt)
                .bind("numbers", column("integer", trials, Trial::number))
                .bind(
                        "states",
                        column("text", trials, t -> t.evaluation().state().name()))
                .bind(
                        "params",
                        column(
                                "text",
                                trials,
                                t -> JsonText.write(t.parameters().values())))
                .bind(
                        "scores",
                        column(
                                "float8",
                                trials,
                                t -> t.isFeasible() ? t.evaluation().score() : null))
                .bind("violations", column("float8", trials, t -> t.evaluation().violation()))
                .bind(
                        "metrics",
                        column(
                                "text",
                                trials,
                                t -> JsonText.writeOrNull(t.evaluation().metrics())))
                .bind("reasons", column("text", trials, t -> t.evaluation().reason()))
                .bind("nanos", column("bigint", trials, Trial::durationNanos))
                .execute();
    }

    private static org.jdbi.v3.core.argument.Argument column(
            String type, List<Trial> trials, java.util.function.Function<Trial, @Nullable Object> value) {
        return Columns.array(type, trials.stream().map(value).toArray());
    }

    /**
     * Different trials ever run with this job's strategy on its series, those of deleted jobs, thinned trials and this
     * job's own included.
     */
    public long everRun(String jobId) {
        return jdbi.withHandle(handle -> TrialCounts.all(handle, jobId));
    }

    /** The same without the search that this job is; a job that repeats an earlier search shares it with that one. */
    public long everRunByOthers(String jobId) {
        return jdbi.withHandle(handle -> TrialCounts.others(handle, jobId));
    }

    /** Every stored trial by its number, bit for bit as it was told to the optimizer. */
    public Map<Integer, Trial> known(String jobId) {
        Map<Integer, Trial> known = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT number, state, params, score, violation, metrics, reason, duration_ns
                        FROM training_trials WHERE job_id = :jobId
                        """)
                .bind("jobId", jobId)
                .map((row, context) -> trial(row))
                .forEach(trial -> known.put(trial.number(), trial)));
        return known;
    }

    private static Trial trial(ResultSet row) throws SQLException {
        Double score = Columns.real(row, "score");
        Evaluation evaluation = new Evaluation(
                TrialState.valueOf(row.getString("state")),
                score == null ? Double.NaN : score,
                row.getDouble("violation"),
                JsonText.readOrNull(row.getString("metrics"), Metrics.class),
                row.getString("reason"));
        return new Trial(row.getInt("number"), parameters(row), evaluation, row.getLong("duration_ns"));
    }

    private static ParameterSet parameters(ResultSet row) throws SQLException {
        return new ParameterSet(Objects.requireNonNull(JsonText.readMap(row.getString("params"))));
    }

    /** The feasible stored trial of the highest score, the earliest of equals. */
    public Optional<Trial> best(String jobId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT number, state, params, score, violation, metrics, reason, duration_ns
                        FROM training_trials WHERE job_id = :jobId AND state = 'COMPLETE'
                        ORDER BY score DESC, number LIMIT 1
                        """)
                .bind("jobId", jobId)
                .map((row, context) -> trial(row))
                .findOne());
    }

    /**
     * Stored trials with a number above {@code after}, in order. Of a job that has not ended, only up to the first number
     * that is still missing: trials end out of order, and who reads on from {@code nextAfter} must not miss the late ones.
     */
    public TrialPage page(String jobId, int after, int limit) {
        return jdbi.withHandle(handle -> {
            List<TrialView> trials = handle.createQuery("""
                            SELECT number, state, params, score, metrics, reason, duration_ns
                            FROM training_trials WHERE job_id = :jobId AND number > :after
                            ORDER BY number LIMIT :limit
                            """)
                    .bind("jobId", jobId)
                    .bind("after", after)
                    .bind("limit", limit)
                    .map((row, context) -> new TrialView(
                            row.getInt("number"),
                            TrialState.valueOf(row.getString("state")),
                            parameters(row).values(),
                            Columns.real(row, "score"),
                            JsonText.readOrNull(row.getString("metrics"), Metrics.class),
                            row.getString("reason"),
                            row.getLong("duration_ns") / 1e6))
                    .list();
            if (isOpen(handle, jobId)) {
                trials = withoutGap(trials, after);
            }
            int next = trials.isEmpty() ? after : trials.get(trials.size() - 1).number();
            return new TrialPage(trials, next, count(handle, jobId), thinned(handle, jobId));
        });
    }

    private static List<TrialView> withoutGap(List<TrialView> trials, int after) {
        int complete = 0;
        while (complete < trials.size() && trials.get(complete).number() == after + complete + 1) {
            complete++;
        }
        return trials.subList(0, complete);
    }

    private static boolean isOpen(Handle handle, String jobId) {
        return handle.createQuery(
                        "SELECT ended_at IS NULL AND NOT trials_thinned FROM training_jobs WHERE job_id = :jobId")
                .bind("jobId", jobId)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    /**
     * Keeps the best {@code best} feasible trials and every {@code stride}-th other one, and marks the job.
     *
     * @return how many were removed
     */
    public int thin(String jobId, int best, int stride) {
        return jdbi.inTransaction(handle -> {
            int removed = handle.createUpdate("""
                            DELETE FROM training_trials
                            WHERE job_id = :jobId AND number % :stride <> 1 AND number NOT IN (
                                SELECT number FROM training_trials WHERE job_id = :jobId AND state = 'COMPLETE'
                                ORDER BY score DESC, number LIMIT :best)
                            """)
                    .bind("jobId", jobId)
                    .bind("stride", stride)
                    .bind("best", best)
                    .execute();
            handle.createUpdate(
                            "UPDATE training_jobs SET trials_thinned = true, version = version + 1 WHERE job_id = :jobId")
                    .bind("jobId", jobId)
                    .execute();
            return removed;
        });
    }

    private static long count(Handle handle, String jobId) {
        return handle.createQuery("SELECT count(*) FROM training_trials WHERE job_id = :jobId")
                .bind("jobId", jobId)
                .mapTo(Long.class)
                .one();
    }

    private static boolean thinned(Handle handle, String jobId) {
        return handle.createQuery("SELECT trials_thinned FROM training_jobs WHERE job_id = :jobId")
                .bind("jobId", jobId)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }
}
