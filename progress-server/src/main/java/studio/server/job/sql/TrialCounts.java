package studio.server.job.sql;

import org.jdbi.v3.core.Handle;

/**
 * How many different trials were ever run with a family of strategies on a series: a strategy alone, or all versions of a
 * written one and its copies. Kept in the transactions that store trials, so that
 * neither a resume nor a repeated search counts twice, and nothing that was removed later is forgotten.
 */
final class TrialCounts {
    private TrialCounts() {}

    /** The job's search has reached the trial of that number. */
    static void raise(Handle handle, String jobId, int number) {
        handle.createUpdate("""
                        INSERT INTO trial_counts (exchange, symbol, timeframe, strategy, search_key, trials)
                        SELECT exchange, symbol, timeframe, strategy_family(strategy),
                            trial_search_key(spec, data_fingerprint), :number
                        FROM training_jobs WHERE job_id = :jobId
                        ON CONFLICT (exchange, symbol, timeframe, strategy, search_key)
                        DO UPDATE SET trials = greatest(trial_counts.trials, excluded.trials)
                        """).bind("jobId", jobId).bind("number", number).execute();
    }

    static long all(Handle handle, String jobId) {
        return sum(handle, jobId, "");
    }

    static long others(Handle handle, String jobId) {
        return sum(handle, jobId, " AND c.search_key <> trial_search_key(j.spec, j.data_fingerprint)");
    }

    private static long sum(Handle handle, String jobId, String more) {
        return handle.createQuery("""
                        SELECT coalesce(sum(c.trials), 0)
                        FROM training_jobs j JOIN trial_counts c USING (exchange, symbol, timeframe)
                        WHERE c.strategy = strategy_family(j.strategy) AND j.job_id = :jobId""" + more)
                .bind("jobId", jobId)
                .mapTo(Long.class)
                .one();
    }
}
