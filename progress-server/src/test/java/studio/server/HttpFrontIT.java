package studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.server.security.web.Guard;
import studio.server.security.web.HostNames;
import studio.server.shared.web.Answers;
import studio.server.shared.web.BodyReader;
import studio.server.shared.web.Problems;
import studio.server.shared.web.Routes;
import studio.server.system.ServerMetrics;
import studio.server.system.web.MetricsRoutes;

/** The limits of time and number, made small. */
class HttpFrontIT {
    private final ServerMetrics metrics = new ServerMetrics();
    private final CountDownLatch inside = new CountDownLatch(2);
    private final CountDownLatch leave = new CountDownLatch(1);
    private Javalin http;

    @BeforeEach
    void listen(@TempDir Path folder) {
        Answers answers = new Answers();
        Routes busy = api -> api.get(Routes.BASE + "/busy", ctx -> {
            inside.countDown();
            leave.await();
            ctx.result("done");
        });
        Routes reading = api -> api.post(
                Routes.BASE + "/reading",
                ctx -> ctx.result(new BodyReader().object(ctx).tree().toString()));
        HttpFront front = new HttpFront(
                new Guard(HostNames.loopback("127.0.0.1", List.of()), null),
                new Handler.Wrapper() {
                    @Override
                    public boolean handle(Request request, Response response, Callback callback) throws Exception {
                        if (!request.getHttpURI().getPath().equals("/first")) {
                            return super.handle(request, response, callback);
                        }
                        response.setStatus(204);
                        callback.succeeded();
                        return true;
                    }
                },
                metrics,
                () -> {},
                new HttpFront.Limits(2, Duration.ofMillis(50), Duration.ofMillis(500)));
        http = front.listen(
                new ServerOptions("127.0.0.1", 0, "jdbc:postgresql:unused", folder, 1, 1, null),
                List.of(new Problems(answers, e -> false), busy, reading, new MetricsRoutes(metrics)));
    }

    @AfterEach
    void stop() {
        leave.countDown();
        http.stop();
        metrics.close();
    }

    @Test
    void the_handler_before_the_routes_sees_every_request_and_may_answer_it() throws Exception {
        assertThat(RawRequest.get("/first").send(http.port()).status()).isEqualTo(204);
        assertThat(RawRequest.get("/second").send(http.port()).status()).isEqualTo(404);
    }

    @Test
    void more_than_it_can_do_at_once_is_told_to_come_again_and_measuring_goes_on() throws Exception {
        Thread one = new Thread(this::busy);
        Thread two = new Thread(this::busy);
        one.start();
        two.start();
        inside.await();

        RawRequest.Answer refused = RawRequest.get(Routes.BASE + "/busy").send(http.port());
        RawRequest.Answer measured = RawRequest.get("/metrics").send(http.port());

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).contains("Retry-After: 2").contains("application/problem+json");
        assertThat(measured.status()).isEqualTo(200);
        leave.countDown();
        one.join();
        two.join();
        assertThat(RawRequest.get(Routes.BASE + "/busy").send(http.port()).status())
                .isEqualTo(200);
    }

    private void busy() {
        try {
            RawRequest.get(Routes.BASE + "/busy").send(http.port());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_client_that_sends_half_a_body_and_falls_silent_is_told_so() throws Exception {
        RawRequest.Answer answer = RawRequest.of(
                        "silent",
                        "POST /api/v2/reading HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 100\r\n\r\n{\"a\": ")
                .send(http.port());

        assertThat(answer.status()).as(answer.text()).isEqualTo(408);
    }

    @Test
    void a_client_that_never_ends_its_headers_holds_no_connection() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), http.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("GET /api/v2/busy HTTP/1.1\r\nHost: loc".getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answer).matches(text -> text.isEmpty() || text.startsWith("HTTP/1.1 408"));
        }
    }

    @Test
    void answers_are_counted_by_route() throws Exception {
        RawRequest.post(Routes.BASE + "/reading", "{}").send(http.port());

        assertThat(RawRequest.get("/metrics").send(http.port()).text())
                .contains(
                        "studio_http_requests_seconds_count{method=\"POST\",route=\"/api/v2/reading\",status=\"200\"} 1");
    }
}
