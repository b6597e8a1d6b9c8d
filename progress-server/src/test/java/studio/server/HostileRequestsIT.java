package studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More than two hundred requests that no honest client sends: each is refused, nothing is stored, memory stays steady. */
class HostileRequestsIT {
    @TempDir
    static Path folder;

    private static ServerUnderTest server;

    @BeforeAll
    static void start() {
        server = new ServerUnderTest(folder);
        server.importCandles(500);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void every_one_is_refused_nothing_is_stored_and_memory_stays_steady() throws Exception {
        List<RawRequest> hostile = HostileRequests.all();
        assertThat(hostile).hasSizeGreaterThanOrEqualTo(200);
        Map<String, Long> before = rows();
        hostile.forEach(HostileRequestsIT::send);
        long usedOnce = usedAfterCollection();

        List<String> wrong = new ArrayList<>();
        for (RawRequest request : hostile) {
            RawRequest.Answer answer = send(request);
            if (answer.status() < 400 || answer.status() > 499) {
                wrong.add(answer.status() + " for " + request);
            }
            if (answer.text().contains("\tat ") || answer.text().contains("Exception")) {
                wrong.add("a stack trace for " + request);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(rows()).isEqualTo(before);
        assertThat(usedAfterCollection() - usedOnce).isLessThan(20L << 20);
        assertThat(server.get("/version").status()).isEqualTo(200);
    }

    private static RawRequest.Answer send(RawRequest request) {
        try {
            return request.send(server.url().getPort());
        } catch (java.io.IOException e) {
            throw new AssertionError(request + ": " + e, e);
        }
    }

    private static Map<String, Long> rows() {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (String table : List.of(
                "training_jobs",
                "training_progress",
                "training_state_changes",
                "scheduled_tasks",
                "idempotency_keys",
                "market_data",
                "market_series",
                "access_tokens")) {
            rows.put(table, server.count(table));
        }
        return rows;
    }

    private static long usedAfterCollection() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
