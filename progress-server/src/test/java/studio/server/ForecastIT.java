package studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.server.ServerUnderTest.Answer;

class ForecastIT {
    private static final String REQUEST = """
            {"strategy": "LIQUIDITY_SWEEP", "exchange": "test", "symbol": "TEST/USDT", "timeframe": "5m",
             "optimizer": "random", "n_iterations": 60, "seed": 3, "min_trades": 1,
             "validation": {"train_window_days": 5, "test_window_days": 2, "gap_days": 0.5}}""";

    @TempDir
    static Path folder;

    private static ServerUnderTest server;

    @BeforeAll
    static void start() {
        server = new ServerUnderTest(folder);
        server.importCandles(4_000);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_finished_job_leaves_its_trace_counts_in_the_scorecard_and_takes_both_along_when_it_is_deleted()
            throws Exception {
        int before = server.get("/eta/scorecard").json().get("jobs").asInt();
        String jobId = finished();

        Answer forecast = server.get("/training/jobs/" + jobId + "/forecast");
        JsonNode card = server.get("/eta/scorecard").json();

        assertThat(forecast.status()).isEqualTo(200);
        assertThat(forecast.json().get("trace").asText()).startsWith("trace\tLIQUIDITY_SWEEP\trandom\t4000\t2\t");
        assertThat(forecast.json().get("seconds").asDouble()).isPositive();
        assertThat(card.get("jobs").asInt()).isEqualTo(before + 1);
        assertThat(card.get("checkpoints")).hasSize(4);
        assertThat(card.at("/checkpoints/1/at_percent").asInt()).isEqualTo(25);
        assertThat(card.get("longest_standstill_seconds").isNumber()).isTrue();

        assertThat(server.method("DELETE", "/training/jobs/" + jobId, "").status())
                .isEqualTo(204);
        assertThat(server.get("/training/jobs/" + jobId + "/forecast").status()).isEqualTo(404);
        assertThat(server.get("/eta/scorecard").json().get("jobs").asInt()).isEqualTo(before);
    }

    @Test
    void what_a_finished_job_took_is_the_next_ones_expected_duration() throws Exception {
        finished();

        JsonNode report = server.post("/training/preflight", REQUEST).json();

        double expected = report.get("estimated_seconds").asDouble();
        assertThat(expected).isPositive();
        assertThat(report.get("estimated_seconds_low").asDouble()).isBetween(0.0, expected);
        assertThat(report.get("estimated_seconds_high").asDouble()).isGreaterThan(expected);
    }

    @Test
    void the_end_of_a_job_that_stands_still_moves_away_and_never_lies_in_the_past() throws Exception {
        String jobId = finished();
        server.database.jdbi().useHandle(handle -> {
            handle.execute("ALTER TABLE training_progress DISABLE TRIGGER training_progress_updated");
            handle.execute("UPDATE training_jobs SET status = 'RUNNING', ended_at = NULL WHERE job_id = ?", jobId);
            // An hour ago it was told that 1 to 20 minutes are left, 10 most likely.
            handle.execute("""
                    UPDATE training_progress
                    SET is_complete = false, updated_at = now() - interval '60 minutes',
                        eta_low = now() - interval '59 minutes', estimated_completion = now() - interval '50 minutes',
                        eta_high = now() - interval '40 minutes'
                    WHERE job_id = ?
                    """, jobId);
            handle.execute("ALTER TABLE training_progress ENABLE TRIGGER training_progress_updated");
        });

        JsonNode first = server.get("/training/jobs/" + jobId + "/progress").json();
        JsonNode later = server.get("/training/jobs/" + jobId + "/progress").json();

        Instant now = Instant.now();
        assertThat(time(first, "eta_low"))
                .isAfter(now.minus(Duration.ofSeconds(30)).plusSeconds(60 - 30));
        assertThat(time(first, "estimated_completion")).isBetween(now.plusSeconds(560), now.plusSeconds(640));
        assertThat(time(first, "eta_high")).isAfter(time(first, "estimated_completion"));
        assertThat(time(later, "estimated_completion")).isAfter(time(first, "estimated_completion"));
        server.database
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE training_jobs SET status = 'COMPLETED', ended_at = now() WHERE job_id = ?", jobId));
    }

    @Test
    void many_snapshots_are_answered_without_a_body_while_nothing_is_new() throws Exception {
        String jobId = finished();
        Answer first = server.get("/training/progress?job_ids=" + jobId + ",gone");

        Answer again =
                server.get("/training/progress?job_ids=" + jobId + ",gone", "If-None-Match", first.header("ETag"));
        Answer other = server.get("/training/progress?job_ids=" + jobId, "If-None-Match", first.header("ETag"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(other.status()).isEqualTo(200);
    }

    private static Instant time(JsonNode snapshot, String field) {
        return Instant.parse(snapshot.get(field).asText());
    }

    private static String finished() throws Exception {
        Answer started = server.post("/training/start", REQUEST);
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String jobId = started.json().get("job_id").asText();
        assertThat(server.await(
                                "/training/jobs/" + jobId + "/progress",
                                p -> p.get("is_complete").asBoolean())
                        .get("status")
                        .asText())
                .isEqualTo("COMPLETED");
        return jobId;
    }
}
