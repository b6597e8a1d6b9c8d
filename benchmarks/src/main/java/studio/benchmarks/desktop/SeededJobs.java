package studio.benchmarks.desktop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import studio.server.embedded.EmbeddedPostgres;

/** A long history, written straight into the tables: the same one every time. */
final class SeededJobs {
    private SeededJobs() {}

    /** Adds that many jobs, most of them ended, copied in their request from the job that is there already. */
    static void add(EmbeddedPostgres database, int count) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    INSERT INTO training_jobs
                        (job_id, status, strategy, symbol, exchange, timeframe, optimizer, objective, request, spec,
                         created_at, started_at, ended_at, attempt, best_score, net_profit_pct, trades, stage, verdict,
                         error_message, name, note, tags, pinned)
                    SELECT 'seeded-' || lpad(i::text, 7, '0'),
                           CASE WHEN i % 11 = 0 THEN 'FAILED' WHEN i % 7 = 0 THEN 'CANCELLED' ELSE 'COMPLETED' END,
                           (ARRAY['LIQUIDITY_SWEEP', 'CAPITULATION_REVERSAL', 'FAILED_BREAKDOWN'])[1 + i % 3],
                           (ARRAY['BTC/USDT', 'ETH/USDT', 'SOL/USDT', 'SIM/USDT'])[1 + i % 4],
                           (ARRAY['binance', 'kraken', 'simulated'])[1 + i % 3],
                           (ARRAY['5m', '15m', '1h'])[1 + i % 3],
                           (ARRAY['bayesian', 'random', 'grid'])[1 + i % 3],
                           j.objective, j.request, j.spec,
                           j.created_at - make_interval(secs => i * 47),
                           j.created_at - make_interval(secs => i * 47 - 1),
                           j.created_at - make_interval(secs => i * 47 - 1 - (i * 7919::bigint % 900)),
                           1,
                           CASE WHEN i % 11 = 0 THEN NULL ELSE (i * 104729::bigint % 4000) / 1000.0 - 1 END,
                           CASE WHEN i % 11 = 0 THEN NULL ELSE (i * 15485863::bigint % 9000) / 100.0 - 30 END,
                           CASE WHEN i % 11 = 0 THEN NULL ELSE i * 31 % 300 END,
                           CASE WHEN i % 11 = 0 OR i % 7 = 0 THEN NULL
                                ELSE (ARRAY['PAPER', 'DISCOVERY', 'VALIDATION', 'MATURE'])[1 + i % 4] END,
                           CASE WHEN i % 11 = 0 OR i % 7 = 0 THEN NULL
                                ELSE (ARRAY['ROBUST', 'FRAGILE', 'OVERFIT'])[1 + i % 3] END,
                           CASE WHEN i % 11 = 0 THEN 'All trials were infeasible.' END,
                           CASE WHEN i % 5 = 0 THEN 'run ' || i ELSE '' END, '',
                           CASE WHEN i % 10 = 0 THEN ARRAY['july'] ELSE ARRAY[]::text[] END, i % 500 = 0
                    FROM generate_series(1, :count) AS i, (SELECT * FROM training_jobs LIMIT 1) AS j
                    """.replace(":count", Integer.toString(count)));
            statement.execute("ANALYZE training_jobs");
        }
    }
}
