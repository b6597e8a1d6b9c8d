package studio.model.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.model.json.StudioJson;
import studio.model.problem.FieldError;
import studio.model.strategy.ParameterInfo;
import studio.model.strategy.ParameterType;
import studio.model.strategy.StrategyInfo;

class StartRequestRulesTest {
    private static final StrategyInfo STRATEGY = new StrategyInfo(
            "SWEEP",
            "Sweep",
            "for this test",
            100,
            List.of(
                    new ParameterInfo("depth", ParameterType.REAL, 0.001, 0.01, null, null, 0.002, "of price", ""),
                    new ParameterInfo("bars", ParameterType.INTEGER, 1.0, 20.0, 1.0, null, 3, "candles", ""),
                    new ParameterInfo("shift", ParameterType.REAL, -1.0, 1.0, null, null, 0.0, "", ""),
                    new ParameterInfo(
                            "side",
                            ParameterType.CATEGORY,
                            null,
                            null,
                            null,
                            List.of("long", "short", "both"),
                            "both",
                            "",
                            "")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"n_iterations\": 1, \"min_trades\": 0, \"lookback_days\": 1}",
                "{\"n_iterations\": 1000000, \"lookback_days\": 36500}",
                "{\"lookback_candles\": 10000000}",
                "{\"seed\": -9223372036854775808}",
                "{\"validation\": {}, \"run_validation\": true}",
                "{\"validation\": {\"gap_days\": 0, \"train_window_days\": 0.01, \"test_window_days\": 36500}}",
                "{\"run_validation\": false}",
                "{\"costs\": {\"fee_rate\": 0, \"slippage_rate\": 0.1, \"risk_per_trade\": 1, \"initial_capital\": 0.01}}",
                "{\"parameter_space\": {}}",
                "{\"parameter_space\": {\"depth\": {\"min\": 0.002, \"max\": 0.002}}}",
                "{\"parameter_space\": {\"depth\": {\"min\": 0.00001, \"max\": 1}}}",
                "{\"parameter_space\": {\"shift\": {\"min\": -1, \"max\": 0.5, \"step\": 0.25}}}",
                "{\"parameter_space\": {\"bars\": {\"values\": [1, 2, 2000]}}}",
                "{\"parameter_space\": {\"bars\": {\"min\": 1, \"max\": 9, \"step\": 2}}}",
                "{\"parameter_space\": {\"side\": {\"values\": [\"long\"]}}}",
                "{\"tags\": [], \"name\": \"\", \"note\": \"\"}",
                "{\"data_quality\": {\"max_gap_candles\": 0}}",
            })
    void what_the_contract_allows_is_accepted_up_to_its_bounds(String fields) {
        assertThat(check(fields)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"symbol\": null}                        | symbol                         | BTC/USDT",
                "{\"symbol\": \"  \"}                      | symbol                         | BTC/USDT",
                "{\"exchange\": \"-x\"}                    | exchange                       | letters",
                "{\"exchange\": \"b\u00f6rse\"}            | exchange                       | letters",
                "{\"timeframe\": null}                     | timeframe                      | 15m",
                "{\"lookback_days\": 36501}                | lookback_days                  | 1..36500",
                "{\"lookback_candles\": 0}                 | lookback_candles               | 1..10000000",
                "{\"lookback_days\": 1, \"lookback_candles\": 1} | lookback_candles         | lookback_days",
                "{\"n_iterations\": 1000001}               | n_iterations                   | 1..1000000",
                "{\"min_trades\": -1}                      | min_trades                     | 0..",
                "{\"validation\": {\"test_window_days\": 0}}  | validation.test_window_days | above 0",
                "{\"validation\": {\"step_days\": -1}}     | validation.step_days           | above 0",
                "{\"validation\": {\"gap_days\": -0.1}}    | validation.gap_days            | 0..36500",
                "{\"validation\": {}, \"run_validation\": false} | validation               | run_validation",
                "{\"costs\": {\"fee_rate\": 0.11}}         | costs.fee_rate                 | 0..0.1",
                "{\"costs\": {\"risk_per_trade\": 0}}      | costs.risk_per_trade           | at most 1",
                "{\"costs\": {\"initial_capital\": -5}}    | costs.initial_capital          | above 0",
                "{\"parameter_space\": {\"dpth\": {\"min\": 1, \"max\": 2}}}         | parameter_space.dpth            | depth, bars",
                "{\"parameter_space\": {\"depth\": {}}}                              | parameter_space.depth           | min and max",
                "{\"parameter_space\": {\"depth\": {\"max\": 0.002}}}                | parameter_space.depth           | min and max",
                "{\"parameter_space\": {\"depth\": {\"min\": 0.003, \"max\": 0.002}}}  | parameter_space.depth         | 0.003 is above max 0.002",
                "{\"parameter_space\": {\"depth\": {\"min\": 0, \"max\": 0.002}}}    | parameter_space.depth.min       | 0.00001..1",
                "{\"parameter_space\": {\"depth\": {\"min\": 0.002, \"max\": 1.5}}}  | parameter_space.depth.max       | 0.00001..1",
                "{\"parameter_space\": {\"depth\": {\"min\": 0.002, \"max\": 0.004, \"step\": -1}}}    | parameter_space.depth.step | above 0",
                "{\"parameter_space\": {\"depth\": {\"min\": 0.002, \"max\": 0.004, \"step\": 1e-300}}} | parameter_space.depth.step | points",
                "{\"parameter_space\": {\"bars\": {\"min\": 1.5, \"max\": 4}}}       | parameter_space.bars.min        | whole",
                "{\"parameter_space\": {\"bars\": {\"min\": 1, \"max\": 4, \"step\": 0.5}}} | parameter_space.bars.step | whole",
                "{\"parameter_space\": {\"bars\": {\"values\": [0]}}}                | parameter_space.bars.values[0]  | 1..2000",
                "{\"parameter_space\": {\"bars\": {\"values\": [2, 2.0]}}}           | parameter_space.bars.values[1]  | twice",
                "{\"parameter_space\": {\"bars\": {\"values\": [1], \"min\": 1}}}    | parameter_space.bars            | one of them",
                "{\"parameter_space\": {\"bars\": {\"values\": []}}}                 | parameter_space.bars.values     | 1..10000",
                "{\"parameter_space\": {\"side\": {\"min\": 0, \"max\": 1}}}         | parameter_space.side            | long",
                "{\"parameter_space\": {\"side\": {\"values\": [\"up\"]}}}           | parameter_space.side.values[0]  | short",
                "{\"data_quality\": {\"max_gap_candles\": -1}}                       | data_quality.max_gap_candles    | 0..",
                "{\"tags\": [\"a\", \" \"]}                                          | tags[1]                         | empty",
            })
    void one_wrong_field_is_named_with_its_value_and_what_is_allowed(String fields, String field, String allowed) {
        List<FieldError> errors = check(fields);

        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).field()).isEqualTo(field);
        assertThat(errors.get(0).message()).startsWith(field).contains(allowed);
    }

    @Test
    void every_wrong_field_is_told_at_once() {
        List<FieldError> errors = check("{\"symbol\": null, \"timeframe\": null, \"n_iterations\": 0,"
                + " \"costs\": {\"fee_rate\": 9, \"slippage_rate\": 9},"
                + " \"parameter_space\": {\"depth\": {\"min\": 9, \"max\": 8}, \"x\": {}}}");

        assertThat(errors)
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "symbol",
                        "timeframe",
                        "n_iterations",
                        "costs.fee_rate",
                        "costs.slippage_rate",
                        "parameter_space.depth.min",
                        "parameter_space.depth.max",
                        "parameter_space.depth",
                        "parameter_space.x");
    }

    @Test
    void an_unknown_strategy_is_answered_with_the_known_ones_and_its_space_is_left_alone() {
        StartRequest request = request("{\"strategy\": \"SWEP\", \"parameter_space\": {\"x\": {}}}");

        List<FieldError> errors = StartRequestRules.check(request, null, List.of("CROSS", "SWEEP"));

        assertThat(errors).extracting(FieldError::field).containsExactly("strategy");
        assertThat(errors.get(0).message()).contains("SWEP").contains("CROSS, SWEEP");
    }

    @Test
    void an_analysts_words_are_bounded() {
        List<String> many = java.util.Collections.nCopies(21, "tag");

        List<FieldError> errors =
                StartRequestRules.check(new JobPatch("n".repeat(201), "n".repeat(10_001), many, true));

        assertThat(errors).extracting(FieldError::field).containsExactlyInAnyOrder("name", "note", "tags");
        assertThat(StartRequestRules.check(
                        new JobPatch("n".repeat(200), "n".repeat(10_000), List.of("t".repeat(50)), null)))
                .isEmpty();
    }

    private static List<FieldError> check(String fields) {
        return StartRequestRules.check(request(fields), STRATEGY, List.of("CROSS", "SWEEP"));
    }

    /** A valid request in which the given fields replace its own. */
    private static StartRequest request(String fields) {
        var json = StudioJson.strict();
        try {
            ObjectNode tree = json.createObjectNode()
                    .put("strategy", "SWEEP")
                    .put("symbol", "BTC/USDT")
                    .put("exchange", "binanceus")
                    .put("timeframe", "5m");
            tree.setAll((ObjectNode) json.readTree(fields));
            return json.treeToValue(tree, StartRequest.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
