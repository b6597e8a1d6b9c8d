package studio.server.shared.web.sql;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Claims keys, and remembers what was made under them for a day. Thread-safe, on any number of servers. */
public final class IdempotencyRepository {
    private static final Duration KEPT = Duration.ofDays(1);

    /** A claim without a job that is older than this belongs to a request whose server died. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    private final Jdbi jdbi;

    public IdempotencyRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What is known of a key; {@code jobId} is empty while the first request is under way. */
    public record Known(String bodyHash, Optional<String> jobId) {}

    /** Claims the key: empty when it is ours now, else what stands under it. */
    public Optional<Known> claim(String route, String key, String bodyHash, Instant now) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("""
                            DELETE FROM idempotency_keys
                            WHERE created_at < :forgotten OR (job_id IS NULL AND created_at < :abandoned)
                            """)
                    .bind("forgotten", now.minus(KEPT))
                    .bind("abandoned", now.minus(CLAIM))
                    .execute();
            int claimed = handle.createUpdate("""
                            INSERT INTO idempotency_keys (route, idempotency_key, body_hash, created_at)
                            VALUES (:route, :key, :hash, :now)
                            ON CONFLICT DO NOTHING
                            """)
                    .bind("route", route)
                    .bind("key", key)
                    .bind("hash", bodyHash)
                    .bind("now", now)
                    .execute();
            if (claimed == 1) {
                return Optional.empty();
            }
            return handle.createQuery("""
                            SELECT body_hash, job_id FROM idempotency_keys
                            WHERE route = :route AND idempotency_key = :key
                            """)
                    .bind("route", route)
                    .bind("key", key)
                    .map((row, ctx) ->
                            new Known(row.getString("body_hash"), Optional.ofNullable(row.getString("job_id"))))
                    .findOne();
        });
    }

    /** Remembers what was made. */
    public void made(String route, String key, String jobId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE idempotency_keys SET job_id = :jobId
                        WHERE route = :route AND idempotency_key = :key
                        """)
                .bind("route", route)
                .bind("key", key)
                .bind("jobId", jobId)
                .execute());
    }

    /** Gives a claim back, because nothing was made. */
    public void release(String route, String key) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        DELETE FROM idempotency_keys
                        WHERE route = :route AND idempotency_key = :key AND job_id IS NULL
                        """).bind("route", route).bind("key", key).execute());
    }
}
