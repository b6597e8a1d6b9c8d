package studio.server.shared.web.sql;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Claims keys, and remembers for a day what they stand for. Thread-safe, on any number of servers. */
public final class IdempotencyRepository {
    private static final Duration KEPT = Duration.ofDays(1);

    private final Jdbi jdbi;

    public IdempotencyRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What stands under a key.
     *
     * @param id of what its request makes or has made
     * @param isNew true when the key did not come before
     */
    public record Claim(String bodyHash, String id, boolean isNew) {}

    /** Claims the key for that id, unless it stands for another one already. */
    public Claim claim(String route, String key, String bodyHash, String id, Instant now) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("DELETE FROM idempotency_keys WHERE created_at < :forgotten")
                    .bind("forgotten", now.minus(KEPT))
                    .execute();
            int claimed = handle.createUpdate("""
                            INSERT INTO idempotency_keys (route, idempotency_key, body_hash, job_id, created_at)
                            VALUES (:route, :key, :hash, :id, :now)
                            ON CONFLICT DO NOTHING
                            """)
                    .bind("route", route)
                    .bind("key", key)
                    .bind("hash", bodyHash)
                    .bind("id", id)
                    .bind("now", now)
                    .execute();
            if (claimed == 1) {
                return new Claim(bodyHash, id, true);
            }
            return handle.createQuery("""
                            SELECT body_hash, job_id FROM idempotency_keys
                            WHERE route = :route AND idempotency_key = :key
                            """)
                    .bind("route", route)
                    .bind("key", key)
                    .map((row, ctx) -> new Claim(row.getString("body_hash"), row.getString("job_id"), false))
                    .findOne()
                    // Released in this very moment: the next try claims it.
                    .orElse(new Claim(bodyHash, id, true));
        });
    }

    /** Forgets the key, because its request was refused and nothing was made. */
    public void release(String route, String key) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "DELETE FROM idempotency_keys WHERE route = :route AND idempotency_key = :key")
                .bind("route", route)
                .bind("key", key)
                .execute());
    }
}
