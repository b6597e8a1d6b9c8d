package studio.server.shared.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DatabaseIT {
    private static TestDatabase test;

    @BeforeAll
    static void createDatabase() {
        test = TestDatabase.create();
    }

    @AfterAll
    static void dropDatabase() {
        test.close();
    }

    @Test
    void applies_every_file_of_the_sql_folder_under_its_own_number() throws IOException {
        List<String> files;
        try (Stream<Path> found = Files.list(Path.of("../sql"))) {
            files = found.map(path -> path.getFileName().toString()).sorted().toList();
        }

        List<String> applied = test.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT script FROM flyway_schema_history WHERE success ORDER BY installed_rank")
                        .mapTo(String.class)
                        .list());

        assertThat(applied).isEqualTo(files).contains("001_create_market_data.sql");
    }

    @Test
    void a_second_opening_changes_nothing() {
        try (Database again = Database.open(test.settings())) {
            assertThat(again.isReachable(Duration.ofSeconds(5))).isTrue();
        }
    }

    @Test
    void a_migration_that_arrives_after_one_of_a_higher_number_is_applied_all_the_same() {
        try (TestDatabase late = TestDatabase.create()) {
            late.jdbi().useHandle(handle -> {
                handle.execute("DROP TABLE candle_revisions");
                handle.execute("DROP SEQUENCE market_revision");
                handle.execute("DELETE FROM flyway_schema_history WHERE script LIKE '020%'");
            });

            Database.open(late.settings()).close();

            long next = late.jdbi()
                    .withHandle(handle -> handle.createQuery("SELECT nextval('market_revision')")
                            .mapTo(Long.class)
                            .one());
            assertThat(next).isEqualTo(1);
        }
    }

    @Test
    void a_database_that_a_newer_version_has_changed_is_refused_by_name() {
        try (TestDatabase newer = TestDatabase.create()) {
            newer.jdbi().useHandle(handle -> handle.execute("""
                    INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,
                        installed_by, execution_time, success)
                    VALUES (9999, '9999', 'of the future', 'SQL', '9999_of_the_future.sql', 1, 'x', 1, true)
                    """));

            assertThatThrownBy(() -> Database.open(newer.settings()))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("newer version")
                    .hasMessageContaining("9999 (of the future)");
        }
    }

    @Test
    void a_url_that_leads_nowhere_is_told_without_its_password() {
        DatabaseSettings nowhere = DatabaseSettings.ofUrl("postgresql://ann:secret@127.0.0.1:1/none");

        assertThatThrownBy(() -> Database.open(nowhere))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("127.0.0.1:1/none")
                .hasMessageNotContaining("secret");
    }
}
