package studio.server.sample.sql;

import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Remembers which sample data were loaded, whatever became of them since. Thread-safe. */
public final class SampleMarks {
    private final Jdbi jdbi;

    public SampleMarks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public boolean isLoaded(String name) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM sample_loads WHERE name = :name")
                        .bind("name", name)
                        .mapTo(Long.class)
                        .one())
                > 0;
    }

    public void markLoaded(String name, Instant when) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO sample_loads (name, loaded_at) VALUES (:name, :when) ON CONFLICT DO NOTHING")
                .bind("name", name)
                .bind("when", when)
                .execute());
    }
}
