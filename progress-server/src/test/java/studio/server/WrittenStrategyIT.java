package studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.server.ServerUnderTest.Answer;

/** A strategy that an analyst writes: its versions, what a check says, and the whole way of a training. */
class WrittenStrategyIT {
    private static final String TEXT = """
            strategy "%s"
            "Buys when a fast average crosses a slow one."
            input fast = 8 in 2..20 unit "candles"
            input slow = 30 in 10..60 unit "candles"
            require fast < slow
            enter long when crossover(sma(close, fast), sma(close, slow))
            exit long when crossunder(sma(close, fast), sma(close, slow))
            exit after %d bars
            """;

    @TempDir
    static Path folder;

    private static ServerUnderTest server;

    @BeforeAll
    static void start() {
        server = new ServerUnderTest(folder.resolve("data"));
        server.importCandles(3_000);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String text(String title, int bars) {
        return TEXT.formatted(title, bars);
    }

    private static ObjectNode body(String text) {
        return ServerUnderTest.JSON.createObjectNode().put("text", text);
    }

    private static Answer create(String text) {
        return server.post("/strategies", body(text).toString());
    }

    private static Answer save(String name, String text, int basedOn) {
        return server.post(
                "/strategies/" + name + "/versions",
                body(text).put("based_on", basedOn).toString());
    }

    @Test
    void a_text_is_saved_under_an_identifier_made_from_its_title_and_found_by_both() {
        Answer saved = create(text("Über-Cross, v.1", 50));

        assertThat(saved.status()).as(saved.body()).isEqualTo(201);
        assertThat(saved.json().get("name").asText()).isEqualTo("UBER_CROSS_V_1");
        assertThat(saved.json().get("version").asInt()).isEqualTo(1);
        assertThat(saved.json().get("hash").asText()).matches("[0-9a-f]{64}");
        assertThat(saved.json().get("parameters").findValuesAsText("name")).containsExactly("fast", "slow");
        assertThat(saved.header("Location")).isEqualTo("/api/v2/strategies/UBER_CROSS_V_1/versions/1");
        JsonNode found = server.get("/strategies/%C3%BCber-cross,%20V.1").json();
        assertThat(found.get("name").asText()).isEqualTo("UBER_CROSS_V_1");
        assertThat(found.get("kind").asText()).isEqualTo("WRITTEN");
        assertThat(server.get("/strategies").json().findValuesAsText("name")).contains("UBER_CROSS_V_1", "MA_CROSS");
    }

    @Test
    void versions_are_numbered_and_an_old_one_stays_as_it_was() {
        create(text("Numbered", 10));

        assertThat(save("NUMBERED", text("Numbered", 20), 1)
                        .json()
                        .get("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(save("NUMBERED", text("Numbered", 20), 2)
                        .json()
                        .get("version")
                        .asInt())
                .as("the same text again")
                .isEqualTo(2);
        assertThat(server.get("/strategies/NUMBERED/versions")
                        .json()
                        .get("versions")
                        .findValuesAsText("version"))
                .containsExactly("2", "1");
        assertThat(server.get("/strategies/NUMBERED/versions/1")
                        .json()
                        .get("text")
                        .asText())
                .isEqualTo(text("Numbered", 10));
        assertThat(server.get("/strategies/NUMBERED/versions/3").status()).isEqualTo(404);
    }

    @Test
    void of_many_who_save_at_once_one_is_first_and_the_others_hear_of_it() {
        create(text("Contested", 1));

        List<CompletableFuture<Answer>> at = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> save("CONTESTED", text("Contested", 10 + i), 1)))
                .toList();
        List<Integer> statuses = at.stream().map(f -> f.join().status()).toList();

        assertThat(statuses).containsOnlyOnce(201).contains(409).hasSize(8);
        assertThat(server.get("/strategies/CONTESTED").json().get("version").asInt())
                .isEqualTo(2);
    }

    @Test
    void a_wrong_text_is_refused_with_every_problem_and_nothing_is_stored() {
        Answer refused = create("strategy \"Wrong one\"\nenter long when clos > smaa(close, 20)\nstop 2 * atr(\n");

        assertThat(refused.status()).isEqualTo(400);
        JsonNode errors = refused.json().get("errors");
        assertThat(errors.size()).isGreaterThanOrEqualTo(3);
        assertThat(errors.findValuesAsText("message"))
                .anyMatch(m -> m.contains("line 2, column") && m.contains("Did you mean close?"))
                .anyMatch(m -> m.contains("line 3"));
        assertThat(server.get("/strategies").json().findValuesAsText("title")).doesNotContain("Wrong one");
    }

    @Test
    void titles_are_unique_whatever_their_case_and_built_in_ones_are_taken() {
        create(text("Only one", 5));

        for (String taken : List.of("only  ONE", "Moving-average cross", "MA_CROSS")) {
            Answer refused = create(text(taken, 6));
            assertThat(refused.status()).as(taken).isEqualTo(400);
            assertThat(refused.json().get("detail").asText()).contains("choose another title");
        }
    }

    @Test
    void all_fields_that_are_wrong_are_named_at_once() {
        Answer refused = server.post("/strategies", "{\"note\": 5, \"based_on\": 2, \"extra\": 1}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("note", "extra", "text", "based_on");
    }

    @Test
    void a_retried_save_makes_one_version() throws Exception {
        String body = body(text("Retried", 5)).toString();

        Answer first = server.post("/strategies", body, "Idempotency-Key", "save-once");
        Answer second = server.post("/strategies", body, "Idempotency-Key", "save-once");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(server.get("/strategies/RETRIED/versions")
                        .json()
                        .get("versions")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void a_check_says_what_a_text_is_and_how_it_would_have_traded() {
        Answer answer = server.post(
                "/strategies/check", checked(text("Checked", 50), null).toString());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode check = answer.json();
        assertThat(check.get("problems").size()).isZero();
        assertThat(check.get("inputs").size()).isEqualTo(2);
        assertThat(check.get("warm_up").asInt()).isBetween(29, 40);
        JsonNode preview = check.get("preview");
        assertThat(preview.get("candles").asInt()).isEqualTo(3_000);
        assertThat(preview.get("total_trades").asInt())
                .isPositive()
                .isEqualTo(preview.get("trades").size())
                .isEqualTo(preview.at("/metrics/trades").asInt());
        assertThat(preview.get("equity").size()).isGreaterThan(10);
    }

    @Test
    void a_check_of_a_wrong_text_gives_places_and_suggestions() {
        JsonNode check = server.post(
                        "/strategies/check",
                        body("strategy \"W\"\nenter long when crosover(close, open)\n")
                                .toString())
                .json();

        JsonNode problem = check.get("problems").get(0);
        assertThat(problem.get("line").asInt()).isEqualTo(2);
        assertThat(problem.get("column").asInt()).isEqualTo(17);
        assertThat(problem.get("suggestion").asText()).isEqualTo("crossover");
        assertThat(check.get("preview").isNull()).isTrue();
    }

    @Test
    void a_preview_follows_the_calendar_of_its_series() {
        StringBuilder csv = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (int day = 0; day < 400; day++) {
            double open = 100 + 10 * Math.sin(day / 9.0);
            double close = 100 + 10 * Math.sin((day + 1) / 9.0);
            csv.append("%d,%f,%f,%f,%f,10%n"
                    .formatted(
                            1_700_006_400_000L + day * 86_400_000L,
                            open,
                            Math.max(open, close) + 1,
                            Math.min(open, close) - 1,
                            close));
        }
        String into = "/market-data/import?exchange=days&symbol=DAYS&timeframe=1d";
        byte[] file = csv.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(server.raw(into, "text/csv", file).status()).isEqualTo(200);
        ObjectNode request = checked(text("By the day", 50), null)
                .put("exchange", "days")
                .put("symbol", "DAYS")
                .put("timeframe", "1d");
        double before = sharpe(request);

        assertThat(server.raw(into + "&calendar=us_equity", "text/csv", file).status())
                .isEqualTo(200);

        // 252 returns a year instead of 365.
        assertThat(sharpe(request) / before).isBetween(0.999 * Math.sqrt(252 / 365.0), 1.001 * Math.sqrt(252 / 365.0));
    }

    private static double sharpe(ObjectNode request) {
        JsonNode metrics =
                server.post("/strategies/check", request.toString()).json().at("/preview/metrics/sharpe_ratio");
        assertThat(metrics.isNumber()).isTrue();
        return metrics.asDouble();
    }

    @Test
    void what_inputs_require_is_said_instead_of_a_preview() {
        ObjectNode request = checked(text("Required", 50), null);
        request.putObject("parameters").put("fast", 20).put("slow", 10);

        JsonNode check = server.post("/strategies/check", request.toString()).json();

        assertThat(check.get("preview").isNull()).isTrue();
        assertThat(check.get("preview_problem").asText()).contains("fast < slow");
    }

    private static ObjectNode checked(String text, @org.jspecify.annotations.Nullable String name) {
        return body(text)
                .put("name", name)
                .put("exchange", "test")
                .put("symbol", "TEST/USDT")
                .put("timeframe", "5m");
    }

    @Test
    void a_run_keeps_its_version_and_a_re_run_after_a_newer_one_runs_the_old_text() throws Exception {
        create(text("Trained", 40));
        String first = train("TRAINED", "");
        assertThat(server.get("/training/jobs/" + first)
                        .json()
                        .get("strategy_version")
                        .asInt())
                .isEqualTo(1);
        assertThat(save("TRAINED", text("Trained", 7), 1).status()).isEqualTo(201);

        String again = await(server.post("/training/jobs/" + first + "/rerun", "{}"));
        String second = train("TRAINED", "");

        JsonNode old = server.get("/training/jobs/" + first + "/results").json();
        JsonNode same = server.get("/training/jobs/" + again + "/results").json();
        JsonNode other = server.get("/training/jobs/" + second + "/results").json();
        assertThat(server.get("/training/jobs/" + again)
                        .json()
                        .at("/spec/strategy_version")
                        .asInt())
                .isEqualTo(1);
        assertThat(server.get("/training/jobs/" + second)
                        .json()
                        .at("/spec/strategy_version")
                        .asInt())
                .isEqualTo(2);
        assertThat(old.get("config_id").asText()).startsWith("TRAINED_V1_");
        assertThat(same.get("metrics")).isEqualTo(old.get("metrics"));
        assertThat(other.get("metrics")).isNotEqualTo(old.get("metrics"));
        // Both versions' trials are one family's: 25 and 25 others; the re-run's were counted already.
        JsonNode check = server.post(
                        "/strategies/check",
                        checked(text("Trained", 7), "TRAINED").toString())
                .json();
        assertThat(check.get("family_trials").asLong()).isEqualTo(50);
        assertThat(trialsEver(first)).isEqualTo(25);
        assertThat(trialsEver(second)).as("version 2 answers for version 1 too").isEqualTo(50);
        assertThat(server.method("DELETE", "/strategies/TRAINED", "").status()).isEqualTo(409);
        copyCountsWithItsOrigin();
    }

    private static void copyCountsWithItsOrigin() throws Exception {
        ObjectNode copy = body(text("Trained copy", 9));
        copy.putObject("copied_from").put("name", "TRAINED").put("version", 2);
        server.post("/strategies", copy.toString());

        String third = train("TRAINED_COPY", "");

        assertThat(trialsEver(third)).isEqualTo(75);
        assertThat(familyTrials()).isEqualTo(75);

        assertThat(server.method("DELETE", "/training/jobs/" + third, "").status())
                .isEqualTo(204);
        assertThat(server.method("DELETE", "/strategies/TRAINED_COPY", "").status())
                .isEqualTo(204);
        assertThat(familyTrials()).as("what was tried stays tried").isEqualTo(75);
    }

    private static long familyTrials() {
        return server.post(
                        "/strategies/check",
                        checked(text("Trained", 7), "TRAINED").toString())
                .json()
                .get("family_trials")
                .asLong();
    }

    private static long trialsEver(String jobId) {
        JsonNode results = server.get("/training/jobs/" + jobId + "/results").json();
        return results.at("/trust/trials_ever").asLong();
    }

    private static String train(String strategy, String more) throws Exception {
        return await(server.post("/training/start", """
                {"strategy": "%s", "exchange": "test", "symbol": "TEST/USDT", "timeframe": "5m", "optimizer": "random",
                 "n_iterations": 25, "min_trades": 1, "seed": 4, "run_validation": false%s}""".formatted(strategy, more)));
    }

    private static String await(Answer started) throws Exception {
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String jobId = started.json().get("job_id").asText();
        JsonNode end = server.await(
                "/training/jobs/" + jobId + "/progress",
                p -> p.get("is_complete").asBoolean());
        assertThat(end.get("status").asText()).as(end.toString()).isEqualTo("COMPLETED");
        return jobId;
    }

    @Test
    void versions_that_are_not_there_and_versions_of_built_in_strategies_are_refused_by_field() {
        create(text("Versioned", 40));
        String request = """
                {"strategy": "%s", "strategy_version": %d, "exchange": "test", "symbol": "TEST/USDT", "timeframe": "5m"}""";

        Answer unknown = server.post("/training/start", request.formatted("VERSIONED", 2));
        Answer builtIn = server.post("/training/start", request.formatted("MA_CROSS", 1));

        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().get("detail").asText())
                .isEqualTo("strategy_version = 2 is no version of VERSIONED, which has 1 to 1");
        assertThat(builtIn.json().get("detail").asText()).contains("MA_CROSS has no versions; leave it out");
    }

    @Test
    void an_archived_strategy_is_kept_and_can_be_restored_and_one_without_runs_can_be_deleted() throws Exception {
        create(text("Put aside", 40));

        Answer archived = server.method("PATCH", "/strategies/PUT_ASIDE", "{\"archived\": true}");

        assertThat(archived.json().get("archived").asBoolean()).isTrue();
        assertThat(server.get("/strategies/PUT_ASIDE/versions/1").status()).isEqualTo(200);
        Answer restored = server.method("PATCH", "/strategies/PUT_ASIDE", "{\"archived\": false}");
        assertThat(restored.json().get("archived").asBoolean()).isFalse();
        assertThat(server.method("DELETE", "/strategies/PUT_ASIDE", "").status())
                .isEqualTo(204);
        assertThat(server.get("/strategies/PUT_ASIDE").status()).isEqualTo(404);
        assertThat(server.method("DELETE", "/strategies/MA_CROSS", "").status()).isEqualTo(409);
    }

    @Test
    void all_words_of_the_language_come_with_help_and_texts_to_begin_with() {
        JsonNode language = server.get("/language/functions").json();

        assertThat(language.get("functions").findValuesAsText("name")).contains("rsi", "crossover", "supertrend");
        assertThat(language.get("words").findValuesAsText("name")).contains("enter", "close", "trail");
        assertThat(language.get("templates").findValuesAsText("kind"))
                .containsExactlyInAnyOrder("trend", "reversion", "breakout", "pattern", "time_of_day");
    }
}
