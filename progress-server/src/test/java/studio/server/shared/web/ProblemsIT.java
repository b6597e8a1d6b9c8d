package studio.server.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import studio.server.progress.sql.Outages;

class ProblemsIT {
    @Test
    void a_database_that_is_away_is_unavailable_and_any_other_fault_an_internal_error() throws Exception {
        Javalin http = Javalin.create(config -> {
            new Problems(new Answers(), Outages::isOutage).addTo(config.routes);
            config.routes.get("/away", ctx -> {
                throw new IllegalStateException(new SQLTransientConnectionException("no connection"));
            });
            config.routes.get("/broken", ctx -> {
                throw new IllegalStateException("a secret");
            });
        });
        try {
            http.start("127.0.0.1", 0);

            HttpResponse<String> away = get(http, "/away");
            HttpResponse<String> broken = get(http, "/broken");

            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.body()).contains("The database does not answer");
            assertThat(broken.statusCode()).isEqualTo(500);
            assertThat(broken.body()).doesNotContain("secret");
        } finally {
            http.stop();
        }
    }

    private static HttpResponse<String> get(Javalin http, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + http.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
