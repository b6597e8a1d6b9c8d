package studio.server.shared.sql;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseHealthIT {
    private TestDatabase test;
    private DatabaseHealth health;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @BeforeEach
    void open() {
        test = TestDatabase.create();
        health = new DatabaseHealth(test.database(), () -> now);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_database_as_this_server_brought_it_up_to_date_is_well() {
        assertThatCode(health::requireReachable).doesNotThrowAnyException();
        assertThatCode(health::requireMigrated).doesNotThrowAnyException();
    }

    @Test
    void a_database_that_a_newer_server_has_changed_meanwhile_is_told_by_name_until_that_is_undone() {
        execute("""
                INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,
                    installed_by, execution_time, success)
                VALUES (9999, '9999', 'of the future', 'SQL', '9999_of_the_future.sql', 1, 'x', 1, true)
                """);

        assertThatThrownBy(health::requireMigrated)
                .hasMessageContaining("newer version")
                .hasMessageContaining("9999_of_the_future.sql");
        assertThatCode(health::requireReachable).doesNotThrowAnyException();

        execute("DELETE FROM flyway_schema_history WHERE version = '9999'");
        now = now.plusSeconds(1);
        assertThatCode(health::requireMigrated).doesNotThrowAnyException();
    }

    @Test
    void a_database_restored_from_an_older_backup_is_told_with_what_it_lacks() {
        execute("DELETE FROM flyway_schema_history WHERE script LIKE '020%'");

        assertThatThrownBy(health::requireMigrated)
                .hasMessageContaining("020_create_market_revisions.sql")
                .hasMessageContaining("restart")
                .hasMessageNotContaining("019");
    }

    @Test
    void a_database_without_any_tables_is_not_well() {
        execute("DROP SCHEMA public CASCADE");

        assertThatThrownBy(health::requireMigrated).hasMessageContaining("flyway_schema_history");
    }

    @Test
    void the_database_is_asked_once_a_second_at_most() {
        assertThatCode(health::requireMigrated).doesNotThrowAnyException();
        execute("DELETE FROM flyway_schema_history WHERE script LIKE '020%'");

        now = now.plusMillis(999);
        assertThatCode(health::requireMigrated).doesNotThrowAnyException();

        now = now.plusMillis(1);
        assertThatThrownBy(health::requireMigrated).hasMessageContaining("020");
    }

    @Test
    void a_database_that_is_away_has_neither() {
        test.database().close();

        assertThatThrownBy(health::requireReachable).hasMessageContaining("does not answer");
        assertThatThrownBy(health::requireMigrated).hasMessageContaining("does not answer");
    }

    private void execute(String statement) {
        test.jdbi().useHandle(handle -> handle.execute(statement));
    }
}
