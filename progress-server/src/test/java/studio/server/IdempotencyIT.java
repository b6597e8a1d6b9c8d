package studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.server.ServerUnderTest.Answer;

/** A request that is sent again makes nothing twice. */
class IdempotencyIT {
    private static final String REQUEST = """
            {"strategy": "LIQUIDITY_SWEEP", "exchange": "test", "symbol": "TEST/USDT", "timeframe": "5m",
             "optimizer": "random", "n_iterations": 5, "seed": 3, "min_trades": 1, "name": "first",
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
    void the_same_key_and_body_make_one_job_and_another_body_is_a_conflict() {
        long before = server.count("training_jobs");

        Answer first = server.post("/training/start", REQUEST, "Idempotency-Key", "key-1");
        Answer again = server.post("/training/start", REQUEST, "Idempotency-Key", "key-1");
        Answer other = server.post("/training/start", REQUEST.replace("first", "second"), "Idempotency-Key", "key-1");

        assertThat(again.json().get("job_id")).isEqualTo(first.json().get("job_id"));
        assertThat(again.status()).isEqualTo(202);
        assertThat(other.status()).isEqualTo(409);
        assertThat(server.count("training_jobs")).isEqualTo(before + 1);
    }

    @Test
    void a_refused_request_may_come_again_with_its_key() {
        Answer refused =
                server.post("/training/start", REQUEST.replace("\"random\"", "\"rndom\""), "Idempotency-Key", "key-2");

        Answer mended = server.post("/training/start", REQUEST, "Idempotency-Key", "key-2");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(mended.status()).isEqualTo(202);
    }

    @Test
    void requests_with_one_key_at_the_same_moment_make_one_job() {
        Set<String> ids = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> server.post("/training/start", REQUEST, "Idempotency-Key", "all-at-once"))
                .map(answer -> answer.json().get("job_id").asText())
                .collect(Collectors.toSet());

        assertThat(ids).hasSize(1);
    }

    @Test
    void a_request_whose_server_died_before_the_job_was_made_is_made_good_by_its_retry() {
        Answer first = server.post("/training/start", REQUEST, "Idempotency-Key", "broken-off");
        String jobId = first.json().get("job_id").asText();
        server.database
                .jdbi()
                .useHandle(handle -> handle.execute("UPDATE idempotency_keys SET job_id = 'neverstored1'"
                        + " WHERE idempotency_key = 'broken-off'"));

        Answer retried = server.post("/training/start", REQUEST, "Idempotency-Key", "broken-off");
        Answer again = server.post("/training/start", REQUEST, "Idempotency-Key", "broken-off");

        assertThat(retried.status()).isEqualTo(202);
        assertThat(retried.json().get("job_id").asText())
                .isEqualTo("neverstored1")
                .isNotEqualTo(jobId);
        assertThat(again.json().get("job_id").asText()).isEqualTo("neverstored1");
    }
}
