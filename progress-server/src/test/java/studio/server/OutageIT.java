package studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.server.ServerUnderTest.Answer;
import studio.server.embedded.EmbeddedPostgres;

/** PostgreSQL stopped, and then killed, in the middle of a training. */
class OutageIT {
    private static final String REQUEST = """
            {"strategy": "MA_CROSS", "exchange": "test", "symbol": "TEST/USDT", "timeframe": "5m", "optimizer": "random",
             "n_iterations": 30000, "min_trades": 1, "seed": 5, "run_validation": false}
            """;

    @Test
    void a_training_goes_on_without_its_database_and_loses_neither_trials_nor_its_ending(@TempDir Path folder)
            throws Exception {
        Path data = folder.resolve("database");
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
        String url = postgres.jdbcUrl() + "?user=" + postgres.user() + "&password=" + postgres.password();
        try (ServerUnderTest server = new ServerUnderTest(folder.resolve("server"), url)) {
            server.importCandles(4_000);
            String jobId =
                    server.post("/training/start", REQUEST).json().get("job_id").asText();
            String progress = "/training/jobs/" + jobId + "/progress";
            List<Double> seen = new ArrayList<>();
            server.await(progress, snapshot -> snapshot.get("percentage").asDouble() > 30);

            postgres.close();
            Answer away = awaitUnavailable(server, progress);
            postgres = EmbeddedPostgres.start(data);
            server.await(progress, snapshot -> note(seen, snapshot) > 35);
            kill(data);
            awaitUnavailable(server, progress);
            postgres = EmbeddedPostgres.start(data);
            JsonNode last = server.await(progress, snapshot -> {
                note(seen, snapshot);
                return snapshot.path("is_complete").asBoolean();
            });

            assertThat(away.header("Retry-After")).isEqualTo("2");
            assertThat(away.header("Content-Type")).startsWith("application/problem+json");
            assertThat(last.get("status").asText()).isEqualTo("COMPLETED");
            assertThat(last.get("attempt").asInt()).isEqualTo(1);
            assertThat(seen).isSorted();
            JsonNode trials =
                    server.get("/training/jobs/" + jobId + "/trials?limit=1").json();
            assertThat(trials.get("total").asInt()).isEqualTo(30_000);
        } finally {
            postgres.close();
        }
    }

    private static double note(List<Double> seen, JsonNode snapshot) {
        if (snapshot.has("percentage")) {
            seen.add(snapshot.get("percentage").asDouble());
        }
        return seen.isEmpty() ? 0 : seen.get(seen.size() - 1);
    }

    private static Answer awaitUnavailable(ServerUnderTest server, String path) {
        Answer answer = server.get(path);
        while (answer.status() != 503) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            answer = server.get(path);
        }
        return answer;
    }

    private static void kill(Path data) throws Exception {
        long pid = Long.parseLong(Files.readAllLines(data.resolve("postgres/data/postmaster.pid"))
                .get(0)
                .strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }
}
