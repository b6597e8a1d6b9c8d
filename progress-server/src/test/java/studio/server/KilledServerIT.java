package studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of a server process at work. */
class KilledServerIT {
    private static final String REQUEST = """
            {"strategy": "%s", "exchange": "test", "symbol": "TEST/USDT", "timeframe": "5m", "optimizer": "random",
             "n_iterations": 20000, "min_trades": 1, "seed": 5, "run_validation": false}
            """;

    @TempDir
    Path folder;

    @Test
    void its_job_is_finished_by_a_living_one_with_the_trials_of_an_undisturbed_run() throws Exception {
        try (ServerUnderTest living = new ServerUnderTest(folder.resolve("living"))) {
            finishedAsUndisturbed(living, REQUEST.formatted("MA_CROSS"));
        }
    }

    @Test
    void a_strategy_written_as_text_goes_on_at_another_server_too() throws Exception {
        try (ServerUnderTest living = new ServerUnderTest(folder.resolve("living"))) {
            String text = """
                    strategy "Cross by hand"
                    input fast = 10 in 2..50
                    input slow = 50 in 10..200
                    input stop_size = 1.5 in 1.0..3.0
                    require fast < slow
                    enter long when crossover(ema(close, fast), sma(close, slow))
                    exit long when close < sma(close, slow)
                    trail stop_size * atr(14)
                    """;
            living.post(
                    "/strategies",
                    ServerUnderTest.JSON.createObjectNode().put("text", text).toString());
            finishedAsUndisturbed(living, REQUEST.formatted("CROSS_BY_HAND"));
        }
    }

    private void finishedAsUndisturbed(ServerUnderTest living, String request) throws Exception {
        living.importCandles(3_000);
        String undisturbed =
                living.post("/training/start", request).json().get("job_id").asText();
        living.await(
                "/training/jobs/" + undisturbed,
                job -> job.get("status").asText().equals("COMPLETED"));
        String jobId;
        Instant killedAt;
        try (Doomed doomed = new Doomed(living.database.url(), folder.resolve("doomed"))) {
            jobId = startThere(living, doomed, request);
            living.await(
                    "/training/jobs/" + jobId + "/progress",
                    snapshot -> snapshot.get("percentage").asDouble() > 40);
            doomed.kill();
            killedAt = Instant.now();
        }

        JsonNode job = living.await(
                "/training/jobs/" + jobId, found -> found.get("status").asText().equals("COMPLETED"));

        assertThat(job.get("attempt").asInt()).isEqualTo(2);
        assertThat(job.get("state_history").get(2).get("reason").asText()).endsWith("broke off");
        JsonNode takeover = job.get("state_history").get(3);
        assertThat(takeover.get("reason").asText()).startsWith("taken over by");
        assertThat(Duration.between(killedAt, Instant.parse(takeover.get("at").asText())))
                .isLessThan(Duration.ofSeconds(30));
        assertThat(digest(living, jobId)).isEqualTo(digest(living, undisturbed));
    }

    /** Jobs are started until the doomed server has one; the others run here. */
    private static String startThere(ServerUnderTest living, Doomed doomed, String request)
            throws InterruptedException {
        while (true) {
            String jobId =
                    living.post("/training/start", request).json().get("job_id").asText();
            JsonNode job = living.await(
                    "/training/jobs/" + jobId,
                    found -> !found.get("status").asText().equals("PENDING"));
            if (job.get("worker").asText().startsWith(doomed.pid() + "-")
                    && job.get("status").asText().equals("RUNNING")) {
                return jobId;
            }
        }
    }

    private static String digest(ServerUnderTest server, String jobId) {
        return server.database
                .jdbi()
                .withHandle(handle -> handle.createQuery("""
                                SELECT md5(string_agg(concat_ws('|', number, state, params::text, score, metrics::text),
                                    E'\\n' ORDER BY number)) || count(*)
                                FROM training_trials WHERE job_id = :jobId
                                """)
                        .bind("jobId", jobId)
                        .mapTo(String.class)
                        .one());
    }

    /** Another server, as a process of its own. */
    private static final class Doomed implements AutoCloseable {
        private final Process process;

        Doomed(String databaseUrl, Path data) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            ServerProcessMain.class.getName(),
                            databaseUrl,
                            data.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String line = out.readLine();
            while (line != null && !line.startsWith("READY")) {
                line = out.readLine();
            }
            assertThat(line).as("the server ended before it was ready").isNotNull();
        }

        long pid() {
            return process.pid();
        }

        void kill() throws InterruptedException {
            process.destroyForcibly();
            process.waitFor();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
