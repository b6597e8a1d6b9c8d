package studio.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promises that only a whole server in a process of its own can show. */
class ServerProcessIT {
    private static final int ITERATIONS = 120;
    private static final String REQUEST = """
            {"strategy": "LIQUIDITY_SWEEP", "exchange": "simulated", "symbol": "SIM/USDT", "timeframe": "5m",
             "optimizer": "bayesian", "n_iterations": %d, "seed": 7, "lookback_days": 365}""".formatted(ITERATIONS);

    @TempDir
    Path folder;

    @Test
    void a_job_whose_server_was_killed_goes_on_and_ends_with_the_trials_of_an_undisturbed_run() throws Exception {
        List<String> undisturbed;
        JsonNode undisturbedResults;
        try (ServerProcess server = ServerProcess.start(folder.resolve("undisturbed"), 1)) {
            String jobId = server.post("/training/start", REQUEST).get("job_id").asText();
            awaitEnd(server, jobId);
            undisturbed = server.trials(jobId);
            undisturbedResults = server.get("/training/jobs/" + jobId + "/results");
        }

        List<String> resumed;
        JsonNode resumedResults;
        try (ServerProcess server = ServerProcess.start(folder.resolve("killed"), 2)) {
            String jobId = server.post("/training/start", REQUEST).get("job_id").asText();
            server.poll(
                    "/training/jobs/" + jobId + "/progress",
                    p -> p.get("step_number").asInt() == 2
                            && p.get("current_iteration").asInt(0) >= ITERATIONS / 4);
            server.kill();
            server.startAgain();
            List<JsonNode> seen = awaitEnd(server, jobId);
            assertThat(seen.get(seen.size() - 1).get("attempt").asInt())
                    .as("the job was taken over")
                    .isEqualTo(2);
            resumed = server.trials(jobId);
            resumedResults = server.get("/training/jobs/" + jobId + "/results");
        }

        assertThat(undisturbed).hasSize(ITERATIONS);
        assertThat(resumed).isEqualTo(undisturbed);
        for (String field : List.of("best_params", "best_score", "metrics", "stability", "walk_forward", "equity")) {
            assertThat(resumedResults.get(field)).as(field).isEqualTo(undisturbedResults.get(field));
        }
    }

    private static List<JsonNode> awaitEnd(ServerProcess server, String jobId) throws Exception {
        List<JsonNode> seen = server.poll(
                "/training/jobs/" + jobId + "/progress",
                p -> p.get("is_complete").asBoolean());
        JsonNode last = seen.get(seen.size() - 1);
        assertThat(last.get("status").asText())
                .as(() -> "" + last.get("error_message"))
                .isEqualTo("COMPLETED");
        assertThat(last.get("percentage").asDouble()).isEqualTo(100);
        double before = 0;
        for (JsonNode p : seen) {
            assertThat(p.get("percentage").asDouble()).isGreaterThanOrEqualTo(before);
            before = p.get("percentage").asDouble();
        }
        return seen;
    }
}
