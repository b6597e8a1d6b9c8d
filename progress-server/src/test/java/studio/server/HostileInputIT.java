package studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.server.ServerUnderTest.Answer;

/** What PostgreSQL or a JSON writer would choke on is refused before it gets there. */
class HostileInputIT {
    private static final String TARGET =
            "\"strategy\": \"LIQUIDITY_SWEEP\", \"exchange\": \"test\", \"symbol\": \"TEST/USDT\", \"timeframe\": \"5m\"";

    @TempDir
    static Path folder;

    private static ServerUnderTest server;

    @BeforeAll
    static void start() {
        server = new ServerUnderTest(folder);
        server.importCandles(1_000);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/training/jobs?q=%00",
                "/training/jobs?strategy=%00",
                "/training/jobs?symbol=a%00b",
                "/training/jobs?tags=%00",
                "/training/jobs?from=-999999999-01-01T00:00:00Z",
                "/training/jobs?to=%2B999999999-12-31T00:00:00Z",
                "/training/progress?job_ids=%00",
                "/training/progress?job_ids=,",
                "/configurations?strategy=%00",
                "/configurations/none?download=maybe",
                "/market-data/candles?exchange=test&symbol=TEST/USDT&timeframe=5m&from=-999999999-01-01T00:00:00Z",
            })
    void a_query_that_no_column_can_hold_is_a_bad_request(String path) {
        Answer answer = server.get(path);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("errors")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/training/jobs/%00",
                "/training/jobs/%00/progress",
                "/training/jobs/%00/results",
                "/training/jobs/%00/trials",
                "/training/jobs/%00/events",
                "/configurations/%00",
                "/strategies/%00",
            })
    void an_id_that_no_row_can_have_is_refused(String path) throws IOException {
        // On a connection of its own: the server closes it, and another test's request would be on it just then.
        RawRequest.Answer answer =
                RawRequest.get("/api/v2" + path).send(server.url().getPort());

        assertThat(answer.status()).as(path).isBetween(400, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"-created_at\",\"long ago\",\"x\",\"1\"]",
                "[\"-created_at\",\"2025-01-01 00:00:00+00\",\"\\u0000\",\"1\"]",
                "[\"-created_at\",null,\"x\",\"1\"]",
                "[\"-created_at\",{},\"x\",\"1\"]",
                "[\"-created_at\",\"2025-01-01 00:00:00+00\",\"x\"]",
                "[\"-created_at\",\"2025-01-01 00:00:00+00\",\"x\",\"-1\"]",
                "[\"-created_at\",\"2025-01-01 00:00:00+00\",\"x\",\"many\"]",
                "{}",
            })
    void a_forged_cursor_is_a_bad_request(String json) {
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));

        Answer answer = server.get("/training/jobs?cursor=" + cursor);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("errors").findValuesAsText("field")).containsExactly("cursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"name\": \"a\\ud800b\"",
                "\"tags\": [\"\\udc00\"]",
                "\"parameter_space\": {\"pierce_depth\": {\"min\": 0.002, \"max\": 0.002}, \"a\\ud800\": {}}",
            })
    void half_a_character_is_refused(String field) {
        long before = server.count("training_jobs");

        Answer answer = server.post("/training/start", "{" + TARGET + ", " + field + "}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(server.count("training_jobs")).isEqualTo(before);
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        byte[] latin = ("{" + TARGET + ", \"name\": \"Gr\u00fc\u00dfe\"}").getBytes(StandardCharsets.ISO_8859_1);

        Answer answer = server.raw("/training/start", "application/json", latin);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("detail").asText()).contains("UTF-8");
    }

    @Test
    void a_range_of_one_point_and_characters_of_two_halves_are_taken() {
        Answer answer = server.post(
                "/training/start",
                "{" + TARGET
                        + ", \"n_iterations\": 3, \"run_validation\": false, \"name\": \"\ud83d\udc02 Gr\u00fc\u00dfe\","
                        + " \"parameter_space\": {\"pierce_depth\": {\"min\": 0.002, \"max\": 0.002}}}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.json().at("/request/name").asText()).isEqualTo("\ud83d\udc02 Gr\u00fc\u00dfe");
    }
}
