package studio.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.desktop.fakes.FakeMarketDataClient;
import studio.model.job.JobStatus;
import studio.model.market.DataTaskKind;

/** Import, series, resample and tasks. */
class MarketDataCommandsTest {
    private final Terminal terminal = new Terminal();

    @Test
    void files_whose_names_say_their_series_are_imported_one_after_another(@TempDir Path folder) throws Exception {
        Path one = Files.writeString(folder.resolve("binance_BTC-USDT_5m.csv"), "a");
        Path two = Files.writeString(folder.resolve("ETHUSDT-1m-2024-01.csv"), "b");

        int code = terminal.run("import", one.toString(), two.toString());

        assertThat(code).isZero();
        assertThat(terminal.client.marketData.calls)
                .extracting(String::strip)
                .containsExactly("import binance BTC/USDT 5m", "import binance ETH/USDT 1m");
        assertThat(terminal.out()).contains("30610 candles new", "43 misordered, 2 rejected", "line 17: low 101.0");
    }

    @Test
    void a_file_whose_name_says_nothing_needs_options_and_nothing_is_sent_before(@TempDir Path folder)
            throws Exception {
        Path named = Files.writeString(folder.resolve("binance_BTC-USDT_5m.csv"), "a");
        Path plain = Files.writeString(folder.resolve("prices.csv"), "b");

        assertThat(terminal.run("import", named.toString(), plain.toString())).isEqualTo(2);
        assertThat(terminal.err()).contains("--exchange: is required", "prices.csv");
        assertThat(terminal.run("import", named.toString(), named.toString(), "--report", "r.csv"))
                .isEqualTo(2);
        assertThat(terminal.client.marketData.calls).isEmpty();

        terminal.run(
                "import",
                plain.toString(),
                "--exchange",
                "kraken",
                "--symbol",
                "ETH/EUR",
                "--timeframe",
                "1h",
                "--dry-run");
        assertThat(terminal.client.marketData.calls).containsExactly("preview kraken ETH/EUR 1h");
        assertThat(terminal.out()).contains("The times look like 5m candles, not 1h", "nothing was stored");
    }

    @Test
    void a_large_file_tells_every_tenth_of_its_way() {
        List<String> said = new ArrayList<>();
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
        assertThat(terminal.run("series")).isZero();
        assertThat(terminal.out().lines()).hasSize(1 + terminal.client.series.size());
        assertThat(terminal.out()).startsWith("EXCHANGE").contains("BTC/USDT");
        terminal.forget();
        terminal.run("series", "--json");
        assertThat(new ObjectMapper()
                        .readTree(terminal.out().lines().findFirst().orElseThrow())
                        .at("/quality/candles")
                        .asLong())
                .isPositive();

        String[] series = {"--exchange", "binance", "--symbol", "BTC/USDT", "--timeframe", "5m"};
        assertThat(terminal.run(words("resample", series, "--to", "1h"))).isZero();
        assertThat(terminal.run(words("resample", series, "--to", "7m"))).isEqualTo(2);
        assertThat(terminal.err()).contains("--to: '7m' is not one of");
        assertThat(terminal.run(words("series", new String[] {"delete"}, series)))
                .isZero();

        assertThat(terminal.client.marketData.calls)
                .containsExactly("resample BTC/USDT H1", "remove binance BTC/USDT 5m");
    }

    @Test
    void tasks_are_listed_and_cancelled() {
        terminal.client.marketData.tasks.add(
                FakeMarketDataClient.task("fetch1", DataTaskKind.BACKFILL, JobStatus.RUNNING, 37.0, null));

        terminal.run("tasks");
        assertThat(terminal.out()).contains("fetch1", "BACKFILL", "RUNNING", "37 %");
        terminal.run("tasks", "--cancel", "fetch1");

        assertThat(terminal.client.marketData.calls).contains("cancel fetch1");
    }

    private static String[] words(String first, String[] middle, String... last) {
        return Stream.of(Stream.of(first), Stream.of(middle), Stream.of(last))
                .flatMap(all -> all)
                .toArray(String[]::new);
    }
}
