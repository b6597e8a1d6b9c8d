package studio.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.desktop.client.ServerRefusedException;
import studio.desktop.fakes.FakeMarketDataClient;
import studio.desktop.fakes.FakeTrainingClient;
import studio.desktop.fakes.SampleJobs;
import studio.model.job.FillRule;
import studio.model.job.JobStatus;
import studio.model.job.Objective;
import studio.model.job.OptimizerKind;
import studio.model.job.ParameterRange;
import studio.model.job.StartRequest;
import studio.model.job.ValidationMode;
import studio.model.market.DataTaskKind;
import studio.model.market.Timeframe;
import studio.model.problem.FieldError;
import studio.model.problem.Problem;
import studio.model.progress.ProgressSnapshot;

class CommandsTest {
    private final FakeTrainingClient client = new FakeTrainingClient();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void train_without_options_trains_the_sample() {
        ends(SampleJobs.completed());

        int code = run("train");

        assertThat(code).isZero();
        assertThat(client.started)
                .containsExactly(StartRequest.of("LIQUIDITY_SWEEP", "simulated", "SIM/USDT", Timeframe.M5));
        assertThat(text(out)).contains("100%").contains("Completed in").contains("pierce_depth");
    }

    @Test
    void every_option_reaches_its_field() {
        ends(SampleJobs.completed());

        run(
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

        StartRequest r = client.started.get(0);
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
        ends(SampleJobs.completed());

        run("train", "--no-validation");

        assertThat(client.started.get(0).runValidation()).isFalse();
        assertThat(client.started.get(0).validation()).isNull();
    }

    @Test
    void json_is_alone_on_standard_output_and_its_last_line_is_complete() throws Exception {
        ends(SampleJobs.completed());

        int code = run("train", "--json");

        assertThat(code).isZero();
        List<String> lines = text(out).lines().toList();
        for (String line : lines) {
            assertThat(new ObjectMapper().readTree(line).has("percentage")).isTrue();
        }
        JsonNode last = new ObjectMapper().readTree(lines.get(lines.size() - 1));
        assertThat(last.get("is_complete").asBoolean()).isTrue();
        assertThat(text(err)).contains(SampleJobs.JOB_ID);
    }

    @Test
    void the_exit_code_tells_how_the_job_ended() {
        ends(SampleJobs.failed());
        assertThat(run("train")).isEqualTo(1);

        ends(SampleJobs.cancelled());
        assertThat(run("train")).isEqualTo(130);
        assertThat(text(out)).contains("Cancelled. Finished trials are kept");
    }

    @Test
    void monitor_watches_a_job_and_refuses_one_that_is_not_there() {
        ends(SampleJobs.completed());
        client.jobs.put(SampleJobs.JOB_ID, SampleJobs.summary(SampleJobs.JOB_ID, JobStatus.RUNNING));

        assertThat(run("monitor", SampleJobs.JOB_ID)).isZero();
        assertThat(run("monitor", "none")).isEqualTo(1);
        assertThat(text(err)).contains("There is no job none.");
    }

    @Test
    void a_refusal_names_the_options_and_is_a_usage_error() {
        client.refusal = new ServerRefusedException(new Problem(
                "about:blank",
                "Invalid request",
                400,
                "wrong",
                null,
                List.of(
                        new FieldError("n_iterations", "n_iterations = 0 is not in 1..1000000"),
                        new FieldError("costs.fee_rate", "costs.fee_rate = 9 is not in 0..0.1"),
                        new FieldError("parameter_space.pierce_depth.max", "too large"))));

        int code = run("train", "--iterations", "0");

        assertThat(code).isEqualTo(2);
        assertThat(text(err))
                .contains("--iterations: n_iterations = 0")
                .contains("--fee-rate: costs.fee_rate = 9")
                .contains("--param pierce_depth: too large");
    }

    @Test
    void wrong_options_are_told_with_what_is_allowed() {
        assertThat(run("train", "--timeframe", "7m")).isEqualTo(2);
        assertThat(text(err))
                .contains("'--timeframe'")
                .contains("'7m' is not one of")
                .contains("15m")
                .contains("See studio train --help.")
                .doesNotContain("Usage:");

        assertThat(run("train", "--param", "depth")).isEqualTo(2);
        assertThat(text(err)).contains("name=min:max");

        assertThat(run("train", "--lookback-days", "abc")).isEqualTo(2);
        assertThat(text(err)).contains("'--lookback-days'").contains("'abc'");

        assertThat(run("train", "--lookbackdays", "3")).isEqualTo(2);
        assertThat(text(err)).contains("--lookback-days");
        assertThat(client.started).isEmpty();
    }

    @Test
    void an_unreachable_server_is_one_sentence() {
        client.away = true;

        assertThat(run("jobs")).isEqualTo(1);

        assertThat(text(err).lines()).hasSize(1);
        assertThat(text(err)).contains("does not answer");
    }

    @Test
    void the_history_is_a_table_or_json_lines_over_all_pages() throws Exception {
        for (int i = 0; i < 7; i++) {
            client.jobs.put("job" + i, SampleJobs.summary("job" + i, JobStatus.COMPLETED));
        }
        client.pageLimit = 3;

        run("jobs", "--json", "--all");
        List<String> json = text(out).lines().toList();
        out.reset();
        run("jobs", "--limit", "2");

        assertThat(json).hasSize(7);
        assertThat(new ObjectMapper().readTree(json.get(6)).get("job_id").asText())
                .isEqualTo("job6");
        assertThat(text(out).lines()).hasSize(3);
        assertThat(text(out)).startsWith("JOB").contains("job1");
        assertThat(text(err)).contains("7 jobs in all");
    }

    @Test
    void quiet_says_nothing_but_errors() {
        ends(SampleJobs.completed());

        assertThat(run("train", "--quiet")).isZero();

        assertThat(text(out)).isEmpty();
        assertThat(text(err)).isEmpty();
    }

    @Test
    void files_whose_names_say_their_series_are_imported_one_after_another(@TempDir Path folder) throws Exception {
        Path one = Files.writeString(folder.resolve("binance_BTC-USDT_5m.csv"), "a");
        Path two = Files.writeString(folder.resolve("ETHUSDT-1m-2024-01.csv"), "b");

        int code = run("import", one.toString(), two.toString());

        assertThat(code).isZero();
        assertThat(client.marketData.calls)
                .extracting(String::strip)
                .containsExactly("import binance BTC/USDT 5m", "import binance ETH/USDT 1m");
        assertThat(text(out)).contains("30610 candles new", "43 misordered, 2 rejected", "line 17: low 101.0");
    }

    @Test
    void a_file_whose_name_says_nothing_needs_options_and_nothing_is_sent_before(@TempDir Path folder)
            throws Exception {
        Path named = Files.writeString(folder.resolve("binance_BTC-USDT_5m.csv"), "a");
        Path plain = Files.writeString(folder.resolve("prices.csv"), "b");

        assertThat(run("import", named.toString(), plain.toString())).isEqualTo(2);
        assertThat(text(err)).contains("--exchange: is required", "prices.csv");
        assertThat(run("import", named.toString(), named.toString(), "--report", "r.csv"))
                .isEqualTo(2);
        assertThat(client.marketData.calls).isEmpty();

        run(
                "import",
                plain.toString(),
                "--exchange",
                "kraken",
                "--symbol",
                "ETH/EUR",
                "--timeframe",
                "1h",
                "--dry-run");
        assertThat(client.marketData.calls).containsExactly("preview kraken ETH/EUR 1h");
        assertThat(text(out)).contains("Most rows are 5m apart, not 1h", "nothing was stored");
    }

    @Test
    void a_large_file_tells_every_tenth_of_its_way() {
        List<String> said = new java.util.ArrayList<>();
        UploadTold large = new UploadTold(10 << 20, said::add);
        UploadTold small = new UploadTold(1000, said::add);

        for (int sent = 0; sent <= 10 << 20; sent += 1 << 16) {
            large.accept(sent);
        }
        small.accept(1000);

        assertThat(said)
                .hasSize(10)
                .startsWith("10 % sent", "20 % sent")
                .last()
                .asString()
                .startsWith("All is sent");
    }

    @Test
    void series_are_listed_summed_up_and_removed() throws Exception {
        assertThat(run("series")).isZero();
        assertThat(text(out).lines()).hasSize(1 + client.series.size());
        assertThat(text(out)).startsWith("EXCHANGE").contains("BTC/USDT");
        out.reset();
        run("series", "--json");
        assertThat(new ObjectMapper()
                        .readTree(text(out).lines().findFirst().orElseThrow())
                        .at("/quality/candles")
                        .asLong())
                .isPositive();

        String[] series = {"--exchange", "binance", "--symbol", "BTC/USDT", "--timeframe", "5m"};
        assertThat(run(words("resample", series, "--to", "1h"))).isZero();
        assertThat(run(words("resample", series, "--to", "7m"))).isEqualTo(2);
        assertThat(text(err)).contains("--to: '7m' is not one of");
        assertThat(run(words("series", new String[] {"delete"}, series))).isZero();

        assertThat(client.marketData.calls).containsExactly("resample BTC/USDT H1", "remove binance BTC/USDT 5m");
    }

    @Test
    void tasks_are_listed_and_cancelled() {
        client.marketData.tasks.add(
                FakeMarketDataClient.task("fetch1", DataTaskKind.BACKFILL, JobStatus.RUNNING, 37.0, null));

        run("tasks");
        assertThat(text(out)).contains("fetch1", "BACKFILL", "RUNNING", "37 %");
        run("tasks", "--cancel", "fetch1");

        assertThat(client.marketData.calls).contains("cancel fetch1");
    }

    private static String[] words(String first, String[] middle, String... last) {
        return Stream.of(Stream.of(first), Stream.of(middle), Stream.of(last))
                .flatMap(all -> all)
                .toArray(String[]::new);
    }

    private void ends(ProgressSnapshot end) {
        client.progress.put(SampleJobs.JOB_ID, end);
        client.results.put(SampleJobs.JOB_ID, SampleJobs.results(end.status()));
    }

    private int run(String... args) {
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        return Commands.build(
                        console,
                        (options, threads, saying) -> client,
                        new Watcher(Executors::newSingleThreadScheduledExecutor),
                        options -> 0,
                        List.of())
                .execute(args);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
