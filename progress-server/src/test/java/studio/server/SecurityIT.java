package studio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.server.security.Role;
import studio.server.security.SecurityOptions;
import studio.server.security.TokenService;
import studio.server.security.sql.TokenRepository;
import studio.server.security.web.Guard;
import studio.server.security.web.HostNames;
import studio.server.shared.sql.TestDatabase;

class SecurityIT {
    @TempDir
    static Path folder;

    private static TestDatabase database;
    private static TokenService tokens;
    private static ServerApp open;
    private static ServerApp guarded;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        tokens = new TokenService(new TokenRepository(database.jdbi()), InstantSource.system(), new SecureRandom());
        open = ServerApp.start(options(folder.resolve("open")));
        tokens.create("first", Role.VIEWER, null);
        guarded = ServerApp.start(options(folder.resolve("guarded"))
                .withSecurity(new SecurityOptions(true, List.of("studio.example"), null, null)));
    }

    @AfterAll
    static void stop() {
        guarded.close();
        open.close();
        database.close();
    }

    private static ServerOptions options(Path data) {
        return new ServerOptions("127.0.0.1", 0, database.url(), data, 1, 1, null);
    }

    /** Status of a request written by hand: Java's clients set Host themselves. */
    private static int raw(ServerApp server, String... headers) throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.url().getPort())) {
            String request =
                    "GET /api/v2/version HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:8080", "localhost", "LOCALHOST:99", "[::1]:8080"})
    void a_server_on_this_machine_answers_to_its_own_names(String host) throws Exception {
        assertThat(raw(open, "Host: " + host)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.nip.example",
                "localhost:80.evil.example",
                "10.0.0.1",
            })
    void a_name_that_was_made_to_point_here_is_refused(String host) throws Exception {
        assertThat(raw(open, "Host: " + host)).isBetween(400, 421);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:3000, 200",
        "http://127.0.0.1, 200",
        "https://evil.example, 403",
        "http://localhost.evil.example, 403",
        "null, 403",
        "file://, 403",
    })
    void pages_of_other_sites_may_not_ask(String origin, int status) throws Exception {
        assertThat(raw(open, "Host: localhost", "Origin: " + origin)).isEqualTo(status);
    }

    @Test
    void without_a_good_token_there_is_no_answer_but_health() throws Exception {
        HttpResponse<String> none = send(guarded, "GET", "/training/jobs", null);

        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(none.body()).contains("token");
        assertThat(send(guarded, "GET", "/training/jobs", "studio_" + "A".repeat(43))
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(guarded, "GET", "/health/live", null).statusCode()).isEqualTo(200);
        assertThat(send(guarded, "GET", "/docs", null).statusCode()).isEqualTo(401);
        assertThat(send(guarded, "GET", "/../../metrics", null).statusCode()).isEqualTo(401);
    }

    @Test
    void each_role_may_do_what_it_is_for_and_no_more() throws Exception {
        String viewer = tokens.create("viewer", Role.VIEWER, null).secret();
        String analyst = tokens.create("analyst", Role.ANALYST, null).secret();
        String admin = tokens.create("admin", Role.ADMIN, null).secret();

        assertThat(send(guarded, "GET", "/training/jobs", viewer).statusCode()).isEqualTo(200);
        assertThat(send(guarded, "POST", "/training/preflight", viewer).statusCode())
                .isEqualTo(400);
        HttpResponse<String> refused = send(guarded, "POST", "/training/start", viewer);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("viewer").contains("analyst");
        assertThat(send(guarded, "POST", "/training/start", analyst).statusCode())
                .isEqualTo(400);
        assertThat(send(guarded, "DELETE", "/training/jobs/none", analyst).statusCode())
                .isEqualTo(403);
        assertThat(send(guarded, "DELETE", "/training/jobs/none", admin).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"VIEWER, 403", "ANALYST, 403", "ADMIN, 404"})
    void candles_that_all_share_are_removed_by_an_admin_alone(Role role, int status) throws Exception {
        String token = tokens.create("removes as " + role, role, null).secret();
        String series = "/market-data?exchange=kraken&symbol=ETH/EUR&timeframe=1h";

        HttpResponse<String> answer = send(guarded, "DELETE", series, token);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.body()).contains("admin");
        }
    }

    @Test
    void every_route_needs_the_role_that_the_document_tells_and_refuses_the_one_below() throws Exception {
        Map<Role, String> secrets = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            secrets.put(role, tokens.create("document " + role, role, null).secret());
        }
        List<DocumentedRoutes.Route> routes = DocumentedRoutes.read();
        assertThat(routes).hasSizeGreaterThan(20);

        for (DocumentedRoutes.Route route : routes) {
            int without = send(guarded, route.method(), route.toNothing(), null).statusCode();
            assertThat(without == 401).as("without a token: %s", route).isEqualTo(route.role() != null);
            for (Role role : Role.values()) {
                boolean enough = route.role() == null || role.compareTo(route.role()) >= 0;
                HttpResponse<String> answer = send(guarded, route.method(), route.toNothing(), secrets.get(role));
                if (enough) {
                    assertThat(answer.statusCode()).as("%s: %s", role, route).isNotIn(401, 403, 405, 500);
                } else {
                    assertThat(answer.statusCode()).as("%s: %s", role, route).isEqualTo(403);
                }
            }
        }
    }

    @Test
    void who_may_be_answered_from_memory_was_recognized_a_moment_ago_and_may_read() {
        Guard guard = new Guard(HostNames.guardedByTokens(List.of()), tokens);
        String secret = tokens.create("poller", Role.VIEWER, null).secret();
        String viewer = "Bearer " + secret;

        assertThat(guard.isKnownToRead("any.example", null, viewer)).isFalse();
        tokens.recognize(secret);
        assertThat(guard.isKnownToRead("any.example", null, viewer)).isTrue();
        assertThat(guard.isKnownToRead("any.example", "https://evil.example", viewer))
                .isFalse();
        assertThat(guard.isKnownToRead(null, null, viewer)).isFalse();
        assertThat(guard.isKnownToRead("any.example", null, null)).isFalse();
        assertThat(guard.isKnownToRead("any.example", null, "Bearer studio_" + "A".repeat(43)))
                .isFalse();
    }

    @Test
    void beyond_this_machine_a_server_without_a_token_does_not_start(@TempDir Path data) {
        try (TestDatabase fresh = TestDatabase.create()) {
            ServerOptions everywhere = new ServerOptions("0.0.0.0", 0, fresh.url(), data, 1, 1, null);

            assertThatThrownBy(() -> ServerApp.start(everywhere))
                    .isInstanceOf(ServerStartException.class)
                    .hasMessageContaining("./studio token create");
        }
    }

    @Test
    void answers_carry_headers_that_keep_browsers_in_check() throws Exception {
        HttpResponse<String> docs = send(open, "GET", "/docs", null);

        assertThat(docs.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(docs.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(docs.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(docs.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
        assertThat(docs.headers().firstValue("Server")).isEmpty();
    }

    private static HttpResponse<String> send(ServerApp server, String method, String path, String token)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + "/api/v2" + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(method.equals("GET") ? "" : "{}"));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
