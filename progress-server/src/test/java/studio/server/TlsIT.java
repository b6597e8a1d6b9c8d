package studio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.server.security.Role;
import studio.server.security.SecurityOptions;
import studio.server.security.TokenService;
import studio.server.security.sql.TokenRepository;
import studio.server.shared.sql.TestDatabase;

class TlsIT {
    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static ServerOptions options(Path data) {
        return new ServerOptions("127.0.0.1", 0, database.url(), data, 1, 1, null);
    }

    @Test
    void tls_is_spoken_with_certificate_and_key_from_files(@TempDir Path data) throws Exception {
        KeyStore made = selfSigned(data);
        Path certificate = pem(
                data.resolve("cert.pem"),
                "CERTIFICATE",
                made.getCertificate("studio").getEncoded());
        Path key = pem(
                data.resolve("key.pem"),
                "PRIVATE KEY",
                made.getKey("studio", "changeit".toCharArray()).getEncoded());
        TokenService tokens =
                new TokenService(new TokenRepository(database.jdbi()), InstantSource.system(), new SecureRandom());
        String viewer = tokens.create("over tls", Role.VIEWER, null).secret();
        try (ServerApp server = ServerApp.start(
                options(data.resolve("d")).withSecurity(new SecurityOptions(true, List.of(), certificate, key)))) {
            HttpClient client =
                    HttpClient.newBuilder().sslContext(trusting(made)).build();

            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(
                                    "https://localhost:" + server.url().getPort() + "/api/v2/version"))
                            .header("Authorization", "Bearer " + viewer)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(server.url().getScheme()).isEqualTo("https");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    @Test
    void a_key_file_that_is_none_is_told(@TempDir Path data) throws Exception {
        Path wrong = Files.writeString(data.resolve("key.pem"), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n");
        Path certificate = pem(
                data.resolve("cert.pem"),
                "CERTIFICATE",
                selfSigned(data).getCertificate("studio").getEncoded());

        assertThatThrownBy(() -> ServerApp.start(options(data.resolve("d"))
                        .withSecurity(new SecurityOptions(true, List.of(), certificate, wrong))))
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("key.pem")
                .hasMessageContaining("openssl pkcs8");
    }

    /** By the JDK's own keytool, so that no other program is needed. */
    private static KeyStore selfSigned(Path data) throws Exception {
        Path file = data.resolve("keys.p12");
        Files.deleteIfExists(file);
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "studio",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit",
                        "-validity",
                        "2")
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, "changeit".toCharArray());
        }
        return store;
    }

    private static Path pem(Path file, String kind, byte[] bytes) throws Exception {
        return Files.writeString(
                file,
                "-----BEGIN " + kind + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + kind
                        + "-----\n");
    }

    private static SSLContext trusting(KeyStore made) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("studio", made.getCertificate("studio"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
