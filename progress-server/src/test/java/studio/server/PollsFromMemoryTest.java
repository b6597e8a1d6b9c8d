package studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.model.job.JobStatus;
import studio.model.progress.ProgressSnapshot;
import studio.server.progress.Polled;
import studio.server.security.web.Guard;
import studio.server.security.web.HostNames;
import studio.server.shared.web.Answers;
import studio.server.system.ServerMetrics;

class PollsFromMemoryTest {
    private static final String POLL = "GET /api/v2/training/jobs/abc/progress HTTP/1.1\r\n";
    private static final String HOST = "Host: localhost\r\n";

    private final ServerMetrics metrics = new ServerMetrics();
    private final AtomicInteger asked = new AtomicInteger();
    private final Server server = new Server();
    private final LocalConnector connector = new LocalConnector(server);

    @BeforeEach
    void start() throws Exception {
        Polled held = new Polled(snapshot(), "7");
        PollsFromMemory polls = new PollsFromMemory(
                (jobId, known) -> jobId.equals("abc") && known.matches("(W/)?\"[0-7]\"") ? held : null,
                new Answers(),
                new Guard(HostNames.loopback("127.0.0.1", List.of()), null),
                metrics,
                asked::incrementAndGet,
                false);
        polls.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                if (request.getHttpURI().getPath().endsWith("/broken")) {
                    throw new StackOverflowError();
                }
                Response.writeError(request, response, callback, HttpStatus.IM_A_TEAPOT_418);
                return true;
            }
        });
        server.setHandler(polls);
        server.addConnector(connector);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        metrics.close();
    }

    private String ask(String request) throws Exception {
        return connector.getResponse(request + "Connection: close\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "W/\"7\""})
    void who_has_what_is_at_hand_is_told_that_nothing_is_new(String known) throws Exception {
        String answer = ask(POLL + HOST + "If-None-Match: " + known + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 304").contains("ETag: \"7\"").contains("Cache-Control: no-cache");
        assertThat(answer).endsWith("\r\n\r\n");
        assertThat(asked).hasValue(1);
        assertThat(metrics.scrape()).contains("route=\"/api/v2/training/jobs/{job_id}/progress\",status=\"304\"");
    }

    @Test
    void who_has_something_older_gets_the_snapshot_with_every_header_of_other_answers() throws Exception {
        String answer = ask(POLL + HOST + "If-None-Match: \"6\"\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("ETag: \"7\"").contains("\"job_id\":\"abc\"");
        assertThat(answer).contains("Content-Type: application/json");
        SecurityHeaders.ALL.forEach((name, value) -> assertThat(answer).contains(name + ": " + value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v2/training/jobs/other/progress HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: \"7\"\r\n",
                "GET /api/v2/training/jobs/progress HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: \"7\"\r\n",
                "GET /api/v2/training/jobs/a/abc/progress HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: \"7\"\r\n",
                "GET /api/v2/training/jobs/abc/progress?x=1 HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: \"7\"\r\n",
                "POST /api/v2/training/jobs/abc/progress HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: \"7\"\r\n",
                "HEAD /api/v2/training/jobs/abc/progress HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: \"7\"\r\n",
                "GET /api/v2/training/jobs/abc/progress HTTP/1.1\r\nHost: localhost\r\n",
                "GET /api/v2/training/jobs/abc/progress HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: \"8\"\r\n",
                "GET /api/v2/training/jobs/abc/progress HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: *\r\n",
                "GET /api/v2/training/jobs/abc/progress HTTP/1.1\r\nHost: evil.example\r\nIf-None-Match: \"7\"\r\n",
                "GET /api/v2/training/jobs/abc/progress HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n"
                        + "If-None-Match: \"7\"\r\n",
            })
    void anything_unusual_goes_on_to_the_routes(String request) throws Exception {
        assertThat(ask(request)).startsWith("HTTP/1.1 418");
        assertThat(asked).hasValue(0);
    }

    @Test
    void whoever_fails_behind_it_the_client_is_answered() throws Exception {
        assertThat(ask("GET /broken HTTP/1.1\r\nHost: localhost\r\n")).startsWith("HTTP/1.1 500");
    }

    @Test
    void a_connection_that_sends_polls_without_end_leaves_the_thread_to_others_now_and_then() throws Exception {
        String poll = POLL + HOST + "If-None-Match: \"7\"\r\n";
        LocalConnector.LocalEndPoint pipe =
                connector.executeRequest((poll + "\r\n").repeat(63) + poll + "Connection: close\r\n\r\n");

        pipe.waitUntilClosed();

        String answers = BufferUtil.toString(pipe.takeOutput());
        assertThat(answers.split("HTTP/1.1 304", -1)).hasSize(63);
        assertThat(answers.split("HTTP/1.1 418", -1)).hasSize(3);
    }

    @Test
    void polls_are_answered_by_the_thread_that_hears_of_them_but_not_where_it_would_have_to_decrypt() {
        assertThat(server.getInvocationType()).isEqualTo(Invocable.InvocationType.NON_BLOCKING);
        assertThat(new PollsFromMemory(
                                (jobId, known) -> null,
                                new Answers(),
                                new Guard(HostNames.loopback("127.0.0.1", List.of()), null),
                                metrics,
                                () -> {},
                                true)
                        .getInvocationType())
                .isEqualTo(Invocable.InvocationType.BLOCKING);
    }

    private static ProgressSnapshot snapshot() {
        return new ProgressSnapshot(
                "abc",
                12.5,
                "",
                1,
                4,
                0,
                Map.of(),
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                JobStatus.RUNNING,
                "",
                List.of(),
                null,
                null,
                0,
                null,
                0,
                0,
                null,
                1,
                7);
    }
}
