package studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.server.ServerUnderTest.Answer;

/** Bad input gets a sentence that names field, value and what is allowed, and nothing is stored. */
class BadRequestIT {
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
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"strategy\": \"NONE\"                             | strategy                         | LIQUIDITY_SWEEP",
                "\"strategy\": 7                                    | strategy                         | text",
                "\"strategy\": null                                 | strategy                         | required",
                "\"symbol\": \"\"                                   | symbol                           | BTC/USDT",
                "\"symbol\": \"NOT/HELD\"                           | symbol                           | import",
                "\"symbol\": \"'; DROP TABLE training_jobs; --\"    | symbol                           | letters",
                "\"exchange\": \"no such exchange\"                 | exchange                         | letters",
                "\"exchange\": [1]                                  | exchange                         | text",
                "\"timeframe\": \"7m\"                              | timeframe                        | 15m",
                "\"timeframe\": 5                                   | timeframe                        | 15m",
                "\"optimizer\": \"genetic\"                         | optimizer                        | bayesian",
                "\"objective\": \"sharpe\"                          | objective                        | sharpe_ratio",
                "\"lookback_days\": 0                               | lookback_days                    | 1..36500",
                "\"lookback_days\": -3                              | lookback_days                    | 1..36500",
                "\"lookback_days\": \"ten\"                         | lookback_days                    | whole number",
                "\"lookback_days\": 1.5                             | lookback_days                    | whole number",
                "\"lookback_days\": 1                               | lookback_days                    | at least",
                "\"lookback_candles\": 20                           | lookback_candles                 | at least",
                "\"lookback_days\": 5, \"lookback_candles\": 900    | lookback_candles                 | together",
                "\"n_iterations\": 0                                | n_iterations                     | 1..1000000",
                "\"n_iterations\": 1000001                          | n_iterations                     | 1..1000000",
                "\"n_iterations\": 99999999999999999999             | n_iterations                     | whole number",
                "\"n_iterations\": 1e400                            | n_iterations                     | whole number",
                "\"min_trades\": -1                                 | min_trades                       | 0..",
                "\"seed\": 1.5                                      | seed                             | whole number",
                "\"seed\": 99999999999999999999                     | seed                             | 64 bits",
                "\"run_validation\": \"yes\"                        | run_validation                   | true or false",
                "\"validation\": {\"train_window_days\": 0}         | validation.train_window_days     | above 0",
                "\"validation\": {\"gap_days\": -1}                 | validation.gap_days              | 0..",
                "\"validation\": {\"mode\": \"sideways\"}           | validation.mode                  | rolling",
                "\"validation\": {\"train_window_days\": 60}        | validation                       | days",
                "\"validation\": {\"windows\": 3}                   | validation.windows               | not known",
                "\"validation\": 5                                  | validation                       | object",
                "\"run_validation\": false, \"validation\": {}      | validation                       | run_validation",
                "\"costs\": {\"fee_rate\": 0.2}                     | costs.fee_rate                   | 0..0.1",
                "\"costs\": {\"fee_rate\": \"free\"}                | costs.fee_rate                   | number",
                "\"costs\": {\"slippage_rate\": -0.1}               | costs.slippage_rate              | 0..0.1",
                "\"costs\": {\"risk_per_trade\": 1.1}               | costs.risk_per_trade             | at most 1",
                "\"costs\": {\"initial_capital\": 0}                | costs.initial_capital            | above 0",
                "\"costs\": {\"fill\": \"best\"}                    | costs.fill                       | next_open",
                "\"data_quality\": {\"drop_flat\": 1}               | data_quality.drop_flat           | true or false",
                "\"data_quality\": {\"max_gap_candles\": -1}        | data_quality.max_gap_candles     | 0..",
                "\"parameter_space\": {\"depth\": {\"min\": 1, \"max\": 2}} | parameter_space.depth    | pierce_depth",
                "\"parameter_space\": {\"pierce_depth\": {\"min\": 0.002}}  | parameter_space.pierce_depth | max",
                "\"parameter_space\": {\"pierce_depth\": {\"min\": 0.004, \"max\": 0.002}} | parameter_space.pierce_depth | above max",
                "\"parameter_space\": {\"pierce_depth\": {\"min\": 0.001, \"max\": 0.002, \"step\": 0}} | parameter_space.pierce_depth.step | above 0",
                "\"parameter_space\": {\"pierce_depth\": {\"values\": []}} | parameter_space.pierce_depth.values | 1..",
                "\"parameter_space\": {\"pierce_depth\": {\"values\": [\"deep\"]}} | parameter_space.pierce_depth.values[0] | number",
                "\"parameter_space\": {\"reversal_candles\": {\"values\": [1.5]}} | parameter_space.reversal_candles.values[0] | whole",
                "\"parameter_space\": {\"pierce_depth\": {\"min\": 0.001, \"max\": 900}} | parameter_space.pierce_depth.max | 0.5",
                "\"parameter_space\": {\"pierce_depth\": null}      | parameter_space.pierce_depth     | empty",
                "\"parameter_space\": []                            | parameter_space                  | object",
                "\"tags\": \"one\"                                  | tags                             | list",
                "\"tags\": [\"\"]                                   | tags[0]                          | empty",
                "\"name\": 5                                        | name                             | text",
                "\"note\": \"a\\u0000b\"                            | note                             | NUL",
                "\"itterations\": 5                                 | itterations                      | n_iterations",
                "\"optimizer\": \"grid\"                            | optimizer                        | 1,000,000",
            })
    void a_wrong_field_is_named_with_what_is_allowed(String fields, String field, String allowed) {
        long before = server.count("training_jobs");

        for (String route : List.of("/training/start", "/training/preflight")) {
            Answer answer = server.post(route, request(fields));

            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            JsonNode error = only(answer.json().get("errors"), field, answer.body());
            assertThat(error.get("message").asText()).contains(field).contains(allowed);
            assertThat(answer.json().get("instance").asText()).endsWith(route);
        }
        assertThat(server.count("training_jobs")).isEqualTo(before);
    }

    @Test
    void all_wrong_fields_are_told_at_once() {
        Answer answer = server.post(
                "/training/start",
                "{\"strategy\": \"X\", \"timeframe\": \"7m\", \"n_iterations\": 0, \"costs\": {\"fee_rate\": 9}, \"tgas\": []}");

        assertThat(answer.json().get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "strategy", "symbol", "exchange", "timeframe", "n_iterations", "costs.fee_rate", "tgas");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "5",
                "null",
                "\"text\"",
                "{\"a\": 1} trailing",
                "{\"seed\": NaN}",
                "{\"strategy\": \"A\", \"strategy\": \"B\"}",
                "{'strategy': 1}",
                "\u0000",
            })
    void a_body_that_is_no_json_object_is_unreadable(String body) {
        Answer answer = server.post("/training/start", body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("detail").asText()).isNotBlank().doesNotContain("com.fasterxml");
    }

    @Test
    void deep_large_and_foreign_bodies_are_refused() {
        String deep = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);
        byte[] large = "x".repeat(2_000_000).getBytes(StandardCharsets.UTF_8);

        assertThat(server.post("/training/start", deep).status()).isEqualTo(400);
        assertThat(server.raw("/training/start", "application/json", large).status())
                .isEqualTo(413);
        assertThat(server.raw("/training/start", "text/plain", "{}".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/training/jobs?limit=0          | limit",
                "/training/jobs?limit=501        | limit",
                "/training/jobs?limit=x          | limit",
                "/training/jobs?status=DONE      | status",
                "/training/jobs?sort=colour      | sort",
                "/training/jobs?cursor=abc       | cursor",
                "/training/jobs?from=yesterday   | from",
                "/training/jobs?timeframe=7m     | timeframe",
                "/training/jobs?optimizer=x      | optimizer",
                "/training/jobs?colour=red       | colour",
                "/training/jobs?limit=1&limit=2  | limit",
                "/training/progress              | job_ids",
                "/configurations?stage=BEST      | stage",
                "/market-data/candles            | exchange",
            })
    void a_wrong_query_parameter_is_named(String path, String field) {
        Answer answer = server.get(path.strip());

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().get("errors").findValuesAsText("field")).contains(field);
    }

    @Test
    void what_is_not_there_is_not_found_and_a_wrong_method_is_told() {
        for (String path : List.of(
                "/training/jobs/none",
                "/training/jobs/none/progress",
                "/training/jobs/none/results",
                "/training/jobs/none/trials",
                "/training/jobs/none/events",
                "/configurations/none",
                "/strategies/NONE",
                "/nothing/here",
                "/training/jobs/..%2F..%2Fetc%2Fpasswd")) {
            Answer answer = server.get(path);

            assertThat(answer.status()).as(path + " " + answer.body()).isBetween(400, 404);
        }
        assertThat(server.get("/training/jobs/none").json().get("detail").asText())
                .contains("none");
        assertThat(server.post("/training/jobs/none/cancel", "").status()).isEqualTo(404);
        assertThat(server.post("/training/jobs/none/rerun", "").status()).isEqualTo(404);
        assertThat(server.method("DELETE", "/training/jobs/none", "").status()).isEqualTo(404);
        assertThat(server.method("PATCH", "/training/jobs/none", "{\"note\": \"a\"}")
                        .status())
                .isEqualTo(404);
        Answer wrongMethod = server.method("PUT", "/training/start", "{}");
        assertThat(wrongMethod.status()).isEqualTo(405);
        assertThat(wrongMethod.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void a_wrong_mark_is_named() {
        Answer answer = server.method("PATCH", "/training/jobs/any", "{\"pinned\": \"yes\", \"nme\": \"x\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").findValuesAsText("field")).containsExactlyInAnyOrder("pinned", "nme");
    }

    /** A valid request in which the given fields replace its own. */
    private static String request(String fields) {
        StringBuilder request = new StringBuilder("{").append(fields);
        List.of(
                        "\"strategy\": \"LIQUIDITY_SWEEP\"",
                        "\"exchange\": \"test\"",
                        "\"symbol\": \"TEST/USDT\"",
                        "\"timeframe\": \"5m\"")
                .forEach(field -> {
                    if (!fields.startsWith(field.substring(0, field.indexOf(':')))) {
                        request.append(", ").append(field);
                    }
                });
        return request.append('}').toString();
    }

    private static JsonNode only(JsonNode errors, String field, String body) {
        assertThat(errors).as(body).hasSize(1);
        assertThat(errors.get(0).get("field").asText()).isEqualTo(field);
        return errors.get(0);
    }
}
