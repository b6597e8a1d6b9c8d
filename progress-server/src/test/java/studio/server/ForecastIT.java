package studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.model.job.StartRequest;
import studio.model.job.TrainingSpec;
import studio.server.ServerUnderTest.Answer;
import studio.server.job.sql.ExecutionSchedule;
import studio.server.job.sql.JobRepository;
import studio.server.shared.json.JsonText;

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
        assertThat(first.get("message").asText()).startsWith("No news from this job's server for 36");
        // Its version stays as it is, and still it is no answer that nothing is new.
        assertThat(server.get(
                                "/training/jobs/" + jobId + "/progress",
                                "If-None-Match",
                                "\"" + first.get("version").asLong() + "\"")
                        .status())
                .isEqualTo(200);
        server.database
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE training_jobs SET status = 'COMPLETED', ended_at = now() WHERE job_id = ?", jobId));
    }

    @Test
    void a_job_that_waits_is_expected_after_those_before_it_and_unknown_while_one_of_them_is() throws Exception {
        finished();
        // Two jobs run until 10 and 20 minutes from now, on both of the server's places; nobody takes those that wait.
        for (String job : List.of("running1", "running2", "waiting1", "waiting2")) {
            insert(job);
        }
        expect("running1", "9 minutes", "10 minutes", "12 minutes");
        expect("running2", "18 minutes", "20 minutes", "25 minutes");

        JsonNode first = server.await(
                "/training/jobs/waiting1/progress", p -> p.get("eta_high").isTextual());
        Answer second = server.get("/training/jobs/waiting2/progress");
        Instant now = Instant.now();
        expect("running1", "29 minutes", "30 minutes", "32 minutes");
        JsonNode later = server.await(
                "/training/jobs/waiting1/progress", p -> time(p, "eta_low").isAfter(now.plus(Duration.ofMinutes(15))));
        Answer moved = server.get("/training/jobs/waiting2/progress", "If-None-Match", second.header("ETag"));
        server.database
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE training_progress SET estimated_completion = NULL WHERE job_id = 'running2'"));
        JsonNode unknown = server.await(
                "/training/jobs/waiting1/progress",
                p -> p.get("estimated_completion").isNull());

        assertThat(first.get("status").asText()).isEqualTo("PENDING");
        assertThat(time(first, "eta_low")).isBetween(now.plusSeconds(500), now.plusSeconds(560));
        assertThat(time(first, "estimated_completion")).isBetween(now.plusSeconds(570), now.plusSeconds(630));
        assertThat(time(first, "eta_high")).isBetween(now.plusSeconds(690), now.plusSeconds(760));
        assertThat(time(second.json(), "estimated_completion"))
                .isAfter(time(first, "estimated_completion"))
                .isBefore(now.plusSeconds(660));
        assertThat(time(later, "estimated_completion")).isBetween(now.plusSeconds(1_170), now.plusSeconds(1_230));
        assertThat(moved.status()).isEqualTo(200);
        assertThat(unknown.get("eta_low").isNull()).isTrue();
        server.database.jdbi().useHandle(handle -> handle.execute("""
                        UPDATE training_jobs SET status = 'CANCELLED', ended_at = now()
                        WHERE job_id IN ('running1', 'running2', 'waiting1', 'waiting2')
                        """));
    }

    /** A pending job that is in no queue. */
    private static void insert(String jobId) {
        StartRequest request = JsonText.read(REQUEST, StartRequest.class);
        ExecutionSchedule nowhere = new ExecutionSchedule() {
            @Override
            public void add(Connection transaction, String id, Instant due) {}

            @Override
            public void remove(Connection transaction, String id) {}
        };
        new JobRepository(server.database.jdbi(), nowhere)
                .insert(jobId, request, TrainingSpec.from(request, 3), null, Instant.now());
    }

    /** The job runs and tells these ends, counted from now. */
    private static void expect(String jobId, String low, String expected, String high) {
        server.database.jdbi().useHandle(handle -> {
            handle.execute("UPDATE training_jobs SET status = 'RUNNING', worker = 'elsewhere' WHERE job_id = ?", jobId);
            handle.execute("""
                    UPDATE training_progress SET eta_low = now() + ?::interval,
                        estimated_completion = now() + ?::interval, eta_high = now() + ?::interval
                    WHERE job_id = ?
                    """, low, expected, high, jobId);
        });
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
