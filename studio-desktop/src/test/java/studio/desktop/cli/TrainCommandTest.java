package studio.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.desktop.client.ServerRefusedException;
import studio.desktop.fakes.SampleJobs;
import studio.model.job.FillRule;
import studio.model.job.JobStatus;
import studio.model.job.Objective;
import studio.model.job.OptimizerKind;
import studio.model.job.ParameterRange;
import studio.model.job.StartRequest;
import studio.model.job.ValidationMode;
import studio.model.market.Timeframe;
import studio.model.problem.FieldError;
import studio.model.problem.Problem;

class TrainCommandTest {
    private final Terminal terminal = new Terminal();

    @Test
    void train_without_options_trains_the_sample() {
        terminal.ends(SampleJobs.completed());

        int code = terminal.run("train");

        assertThat(code).isZero();
        assertThat(terminal.client.started)
                .containsExactly(StartRequest.of("LIQUIDITY_SWEEP", "simulated", "SIM/USDT", Timeframe.M5));
        assertThat(terminal.out()).contains("100%").contains("Completed in").contains("pierce_depth");
    }

    @Test
    void every_option_reaches_its_field() {
        terminal.ends(SampleJobs.completed());

        terminal.run(
                "train",
                "--strategy",
                "MA_CROSS",
                "--exchange",
                "binance",
                "--symbol",
                "BTC/USDT",
                "--timeframe",
                "1h",
                "--optimizer",
                "random",
                "--lookback-days",
                "200",
                "--iterations",
                "60",
                "--objective",
                "calmar_ratio",
                "--min-trades",
                "5",
                "--seed",
                "-9",
                "--param",
                "fast_period=5:20:5",
                "--param",
                "slow_period=50,100",
                "--param",
                "average=SMA,EMA",
                "--mode",
                "anchored",
                "--train-window-days",
                "40",
                "--test-window-days",
                "20",
                "--gap-days",
                "1",
                "--step-days",
                "10",
                "--initial-capital",
                "500",
                "--fee-rate",
                "0.002",
                "--slippage-rate",
                "0",
                "--risk-per-trade",
                "0.5",
                "--fill",
                "close",
                "--drop-zero-volume",
                "--drop-flat",
                "--max-gap-candles",
                "3",
                "--name",
                "n",
                "--note",
                "o",
                "--tag",
                "a",
                "--tag",
                "b",
                "--created-by",
                "me");

        StartRequest r = terminal.client.started.get(0);
        assertThat(r.strategy()).isEqualTo("MA_CROSS");
        assertThat(r.timeframe()).isEqualTo(Timeframe.H1);
        assertThat(r.optimizer()).isEqualTo(OptimizerKind.RANDOM);
        assertThat(r.lookbackDays()).isEqualTo(200);
        assertThat(r.iterations()).isEqualTo(60);
        assertThat(r.objective()).isEqualTo(Objective.CALMAR_RATIO);
        assertThat(r.minTrades()).isEqualTo(5);
        assertThat(r.seed()).isEqualTo(-9);
        assertThat(r.parameterSpace())
                .containsEntry("fast_period", ParameterRange.between(5, 20, 5.0))
                .containsEntry("slow_period", ParameterRange.of(List.of(50, 100)))
                .containsEntry("average", ParameterRange.of(List.of("SMA", "EMA")));
        assertThat(r.validation().mode()).isEqualTo(ValidationMode.ANCHORED);
        assertThat(r.validation().trainWindowDays()).isEqualTo(40);
        assertThat(r.validation().stepDays()).isEqualTo(10);
        assertThat(r.costs().fill()).isEqualTo(FillRule.CLOSE);
        assertThat(r.costs().feeRate()).isEqualTo(0.002);
        assertThat(r.dataQuality().dropFlat()).isTrue();
        assertThat(r.dataQuality().maxGapCandles()).isEqualTo(3);
        assertThat(r.tags()).containsExactly("a", "b");
        assertThat(r.createdBy()).isEqualTo("me");
    }

    @Test
    void no_validation_says_just_that() {
        terminal.ends(SampleJobs.completed());

        terminal.run("train", "--no-validation");

        assertThat(terminal.client.started.get(0).runValidation()).isFalse();
        assertThat(terminal.client.started.get(0).validation()).isNull();
    }

    @Test
    void json_is_alone_on_standard_output_and_its_last_line_is_complete() throws Exception {
        terminal.ends(SampleJobs.completed());

        int code = terminal.run("train", "--json");

        assertThat(code).isZero();
        List<String> lines = terminal.out().lines().toList();
        for (String line : lines) {
            assertThat(new ObjectMapper().readTree(line).has("percentage")).isTrue();
        }
        JsonNode last = new ObjectMapper().readTree(lines.get(lines.size() - 1));
        assertThat(last.get("is_complete").asBoolean()).isTrue();
        assertThat(terminal.err()).contains(SampleJobs.JOB_ID);
    }

    @Test
    void the_exit_code_tells_how_the_job_ended() {
        terminal.ends(SampleJobs.failed());
        assertThat(terminal.run("train")).isEqualTo(1);

        terminal.ends(SampleJobs.cancelled());
        assertThat(terminal.run("train")).isEqualTo(130);
        assertThat(terminal.out()).contains("Cancelled. Finished trials are kept");

        terminal.ends(SampleJobs.ran(JobStatus.CANCELLED, 123_218));
        assertThat(terminal.run("train")).isEqualTo(130);
        assertThat(terminal.out()).contains("Cancelled. 123,218 trials had finished; the best and an even sample");
    }

    @Test
    void a_refusal_names_the_options_and_is_a_usage_error() {
        terminal.client.refusal = new ServerRefusedException(new Problem(
                "about:blank",
                "Invalid request",
                400,
                "wrong",
                null,
                List.of(
                        new FieldError("n_iterations", "n_iterations = 0 is not in 1..1000000"),
                        new FieldError("costs.fee_rate", "costs.fee_rate = 9 is not in 0..0.1"),
                        new FieldError("parameter_space.pierce_depth.max", "too large"))));

        int code = terminal.run("train", "--iterations", "0");

        assertThat(code).isEqualTo(2);
        assertThat(terminal.err())
                .contains("--iterations: n_iterations = 0")
                .contains("--fee-rate: costs.fee_rate = 9")
                .contains("--param pierce_depth: too large");
    }

    @Test
    void quiet_says_nothing_but_errors() {
        terminal.ends(SampleJobs.completed());

        assertThat(terminal.run("train", "--quiet")).isZero();

        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).isEmpty();
    }
}
