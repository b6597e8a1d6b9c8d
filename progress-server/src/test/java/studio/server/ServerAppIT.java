package studio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.server.ServerUnderTest.Answer;

class ServerAppIT {
    private static final String REQUEST = """
            {"strategy": "LIQUIDITY_SWEEP", "exchange": "test", "symbol": "TEST/USDT", "timeframe": "5m",
             "optimizer": "random", "n_iterations": 40, "seed": 3, "min_trades": 1, "name": "first",
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
    void a_training_goes_from_request_to_saved_configuration() throws Exception {
        Answer started = server.post("/training/start", REQUEST);

        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String jobId = started.json().get("job_id").asText();
        assertThat(started.header("Location")).isEqualTo("/api/v2/training/jobs/" + jobId);
        JsonNode end = awaitEnd(jobId);
        assertThat(end.get("status").asText()).as(end.toString()).isEqualTo("COMPLETED");
        assertThat(end.get("percentage").asDouble()).isEqualTo(100);
        assertThat(end.get("current_step").asText()).isEqualTo("Complete");
        assertThat(end.get("current_iteration").asInt()).isEqualTo(40);
        JsonNode results = server.get("/training/jobs/" + jobId + "/results").json();
        assertThat(results.get("partial").asBoolean()).isFalse();
        assertThat(results.at("/walk_forward/windows").size()).isGreaterThanOrEqualTo(2);
        assertThat(results.get("equity")).isNotEmpty();
        String configId = results.get("config_id").asText();
        assertThat(configId).matches("LIQUIDITY_SWEEP_V3_\\d{8}_\\d{6}_[0-9a-z]{6}");
        Answer file = server.get("/configurations/" + configId + "?download=true");
        assertThat(file.json().get("params")).isEqualTo(results.get("best_params"));
        assertThat(file.header("Content-Disposition")).contains(configId + ".json");
        JsonNode job = server.get("/training/jobs/" + jobId).json();
        assertThat(job.get("request").get("name").asText()).isEqualTo("first");
        assertThat(job.at("/spec/seed").asLong()).isEqualTo(3);
        assertThat(job.get("state_history").findValuesAsText("status"))
                .containsExactly("PENDING", "RUNNING", "COMPLETED");
        assertThat(server.get("/training/jobs/" + jobId + "/events").json().get("events"))
                .isNotEmpty();
    }

    @Test
    void trials_come_in_order_as_json_and_as_csv() throws Exception {
        String jobId = finished(REQUEST);

        JsonNode first =
                server.get("/training/jobs/" + jobId + "/trials?limit=15").json();
        JsonNode rest = server.get("/training/jobs/" + jobId + "/trials?after="
                        + first.get("next_after").asInt())
                .json();
        Answer csv = server.get("/training/jobs/" + jobId + "/trials", "Accept", "text/csv");

        assertThat(first.get("trials")).hasSize(15);
        assertThat(rest.get("trials")).hasSize(25);
        assertThat(rest.at("/trials/0/number").asInt()).isEqualTo(16);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body().lines()).hasSize(41);
        assertThat(csv.body()).startsWith("number,state,score").contains("pierce_depth");
    }

    @Test
    void what_has_not_changed_is_not_sent_again() throws Exception {
        String jobId = finished(REQUEST);

        for (String path : List.of(
                "/training/jobs/" + jobId + "/progress",
                "/training/jobs/" + jobId,
                "/training/jobs?limit=2",
                "/training/progress?job_ids=" + jobId,
                "/strategies",
                "/market-data",
                "/openapi.json")) {
            String tag = server.get(path).header("ETag");
            assertThat(tag).as(path).startsWith("\"").endsWith("\"");

            Answer again = server.get(path, "If-None-Match", tag);

            assertThat(again.status()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(server.get(path, "If-None-Match", "\"other\"").status()).isEqualTo(200);
        }
    }

    @Test
    void a_rerun_gives_the_same_trials_and_may_change_single_fields() throws Exception {
        String jobId = finished(REQUEST);

        Answer same = server.post("/training/jobs/" + jobId + "/rerun", "{}");
        Answer changed = server.post("/training/jobs/" + jobId + "/rerun", "{\"n_iterations\": 5}");

        String sameId = same.json().get("job_id").asText();
        awaitEnd(sameId);
        assertThat(same.json().get("rerun_of").asText()).isEqualTo(jobId);
        assertThat(withoutDurations(sameId)).isEqualTo(withoutDurations(jobId));
        assertThat(changed.json().at("/spec/n_iterations").asInt()).isEqualTo(5);
        assertThat(changed.json().at("/spec/seed").asLong()).isEqualTo(3);
        awaitEnd(changed.json().get("job_id").asText());
    }

    @Test
    void marks_are_changed_and_an_ended_job_is_deleted_with_all_that_hangs_on_it() throws Exception {
        String jobId = finished(REQUEST);

        Answer patched = server.method(
                "PATCH", "/training/jobs/" + jobId, "{\"note\": \"look again\", \"tags\": [\"a\"], \"pinned\": true}");
        Answer cancelled = server.post("/training/jobs/" + jobId + "/cancel", "");
        Answer deleted = server.method("DELETE", "/training/jobs/" + jobId, "");

        assertThat(patched.json().get("note").asText()).isEqualTo("look again");
        assertThat(patched.json().get("name").asText()).isEqualTo("first");
        assertThat(cancelled.status()).isEqualTo(409);
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(server.get("/training/jobs/" + jobId).status()).isEqualTo(404);
        assertThat(server.get("/training/jobs/" + jobId + "/progress").status()).isEqualTo(404);
    }

    @Test
    void a_running_job_is_cancelled_and_keeps_its_trials() throws Exception {
        String jobId = server.post(
                        "/training/start", REQUEST.replace("\"n_iterations\": 40", "\"n_iterations\": 500000"))
                .json()
                .get("job_id")
                .asText();
        server.await(
                "/training/jobs/" + jobId + "/progress",
                p -> p.get("current_iteration").asInt(0) > 50);

        assertThat(server.method("DELETE", "/training/jobs/" + jobId, "").status())
                .isEqualTo(409);
        Answer cancel = server.post("/training/jobs/" + jobId + "/cancel", "");

        assertThat(cancel.status()).isEqualTo(202);
        JsonNode end = awaitEnd(jobId);
        assertThat(end.get("status").asText()).isEqualTo("CANCELLED");
        assertThat(end.get("percentage").asDouble()).isLessThan(100);
        assertThat(server.get("/training/jobs/" + jobId + "/trials?limit=100")
                        .json()
                        .get("trials"))
                .hasSize(100);
        assertThat(server.get("/training/jobs/" + jobId + "/results")
                        .json()
                        .get("partial")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void the_history_pages_through_every_job_once() throws Exception {
        finished(REQUEST);
        finished(REQUEST);
        finished(REQUEST);
        List<String> paged = new ArrayList<>();

        String cursor = "";
        do {
            JsonNode page = server.get("/training/jobs?limit=2" + cursor).json();
            page.get("jobs").forEach(job -> paged.add(job.get("job_id").asText()));
            cursor = page.get("next_cursor").isNull()
                    ? null
                    : "&cursor=" + page.get("next_cursor").asText();
        } while (cursor != null);

        assertThat(paged).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(3);
        assertThat((long) paged.size()).isEqualTo(server.count("training_jobs"));
    }

    @Test
    void the_preflight_tells_and_stores_nothing() {
        long before = server.count("training_jobs");

        JsonNode report = server.post("/training/preflight", REQUEST).json();

        assertThat(report.get("trials").asInt()).isEqualTo(40);
        assertThat(report.get("candles").asInt()).isEqualTo(4_000);
        assertThat(report.get("windows").size()).isGreaterThanOrEqualTo(2);
        assertThat(report.at("/quality/gaps").asInt()).isZero();
        assertThat(server.count("training_jobs")).isEqualTo(before);
    }

    @Test
    void the_server_tells_of_itself() {
        assertThat(server.get("/health/live").json().get("status").asText()).isEqualTo("UP");
        assertThat(server.get("/health/ready").json().get("checks").fieldNames())
                .toIterable()
                .containsExactly("database", "migrations", "worker");
        assertThat(server.get("/version").json().get("api").asText()).isEqualTo("2");
        assertThat(server.get("/docs").body()).contains("/training/start");
    }

    @Test
    void a_second_server_of_the_same_port_says_so(@TempDir Path other) {
        ServerOptions taken =
                new ServerOptions("127.0.0.1", server.url().getPort(), server.database.url(), other, 1, 1, null);

        assertThatThrownBy(() -> ServerApp.start(taken))
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining(String.valueOf(server.url().getPort()))
                .hasMessageContaining("--port");
    }

    @Test
    void listening_beyond_this_machine_is_refused(@TempDir Path other) {
        ServerOptions open = new ServerOptions("0.0.0.0", 0, server.database.url(), other, 1, 1, null);

        assertThatThrownBy(() -> ServerApp.start(open))
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("0.0.0.0");
    }

    @Test
    void a_running_server_is_announced_in_its_folder() throws Exception {
        JsonNode announced = ServerUnderTest.JSON.readTree(Files.readString(folder.resolve("server.json")));

        assertThat(announced.get("url").asText()).isEqualTo(server.url().toString());
        assertThat(announced.get("pid").asLong())
                .isEqualTo(ProcessHandle.current().pid());
    }

    private static String finished(String request) throws InterruptedException {
        Answer started = server.post("/training/start", request);
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String jobId = started.json().get("job_id").asText();
        awaitEnd(jobId);
        return jobId;
    }

    private static JsonNode awaitEnd(String jobId) throws InterruptedException {
        return server.await(
                "/training/jobs/" + jobId + "/progress",
                p -> p.get("is_complete").asBoolean());
    }

    private static List<String> withoutDurations(String jobId) {
        List<String> trials = new ArrayList<>();
        for (JsonNode trial :
                server.get("/training/jobs/" + jobId + "/trials").json().get("trials")) {
            ((com.fasterxml.jackson.databind.node.ObjectNode) trial).remove("duration_ms");
            trials.add(trial.toString());
        }
        return trials;
    }
}
