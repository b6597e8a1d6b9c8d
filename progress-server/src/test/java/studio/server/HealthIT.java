package studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthIT {
    @Test
    void a_server_on_tables_that_a_newer_one_has_changed_is_not_ready_and_lives(@TempDir Path folder) throws Exception {
        try (ServerUnderTest server = new ServerUnderTest(folder)) {
            assertThat(server.get("/health/ready").status()).isEqualTo(200);

            server.database.jdbi().useHandle(handle -> handle.execute("""
                    INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,
                        installed_by, execution_time, success)
                    VALUES (9999, '9999', 'of the future', 'SQL', '9999_of_the_future.sql', 1, 'x', 1, true)
                    """));
            server.await(
                    "/health/ready",
                    health -> health.at("/checks/migrations").asText().equals("DOWN"));

            ServerUnderTest.Answer answer = server.get("/health/ready");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().at("/checks/database").asText()).isEqualTo("UP");
            assertThat(answer.json().at("/checks/migrations").asText()).isEqualTo("DOWN");
            assertThat(answer.json().at("/checks/worker").asText()).isEqualTo("UP");
            assertThat(server.get("/health/live").status()).isEqualTo(200);
        }
    }
}
