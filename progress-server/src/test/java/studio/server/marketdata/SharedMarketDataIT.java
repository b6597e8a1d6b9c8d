package studio.server.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.engine.market.CandleQualityMeter;
import studio.engine.market.Candles;
import studio.model.market.CandleQuality;
import studio.model.market.ImportReport;
import studio.model.market.SeriesInfo;
import studio.model.market.Timeframe;
import studio.server.marketdata.sql.CandleRepository;
import studio.server.marketdata.sql.CandleWriter;
import studio.server.shared.sql.TestDatabase;

/** Real files: figures from the table in the README beside them. */
class SharedMarketDataIT {
    private static final Path FOLDER = Path.of("..", "..", "shared", "market-data");

    private static TestDatabase database;
    private static MarketDataService service;

    @BeforeAll
    static void createDatabase() {
        assumeTrue(Files.isDirectory(FOLDER), "no shared/market-data beside the project: real files are not tested");
        database = TestDatabase.create();
        service = new MarketDataService(
                new CandleRepository(database.jdbi()),
                new CandleWriter(database.jdbi()),
                InstantSource.fixed(Instant.EPOCH));
    }

    @AfterAll
    static void dropDatabase() {
        if (database != null) {
            database.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "binance_BTC-USDT_5m.csv.gz,        5m, 71769,    0,      0,  0.00,  0.00",
        "bitfinex_BTC-USD_1m.dirty.csv.gz,  1m, 50669,   16,  50108, 36.24, 47.20",
        "bitstamp_BTC-USD_5m.dirty.csv.gz,  5m, 30610,    2,   3287, 34.87, 36.84",
        "bitstamp_BTC-USD_1m.csv.gz,        1m,  9399,  162,    204,  0.00, 15.99",
        "us-equity_SPY_1h.csv.gz,           1h, 40832, 5848, 162910,  0.00,  0.01",
        "coinbase_ETH-USD_1d.csv,           1d,  3450,    1,      2,  0.00,  0.00",
        "coinbase_BTC-USD_1h.csv.gz,        1h, 20111,    0,      0,  0.14,  0.15",
        "us-equity_GOOGL_1d.csv,            1d,  2335,  503,   1052,  0.00,  0.00",
        "binance_XRP-ETH_1m.csv,            1m,  2469,  676,   1091,  0.00, 39.00",
    })
    void a_file_is_taken_whole_and_measured_as_its_readme_says(
            String file, String timeframe, long rows, long gaps, long missing, double zeroPct, double flatPct)
            throws IOException {
        Timeframe length = Timeframe.of(timeframe);

        ImportReport report = importFile(file, length);

        assertThat(report.rejections()).isEmpty();
        assertThat(report.inserted()).isEqualTo(rows);
        assertThat(report.duplicates()).isZero();
        SeriesInfo series = service.series("test", file, length).orElseThrow();
        CandleQuality quality = series.quality();
        assertThat(quality.gaps()).isEqualTo(gaps);
        assertThat(quality.missingCandles()).isEqualTo(missing);
        assertThat(100 * quality.zeroVolumeShare()).isCloseTo(zeroPct, within(0.00501));
        assertThat(100 * quality.flatShare()).isCloseTo(flatPct, within(0.00501));
        Candles candles = service.lastCandles("test", file, length, null, null);
        assertThat(quality).isEqualTo(CandleQualityMeter.measure(candles));
    }

    @Test
    void a_large_file_imported_twice_is_held_once() throws IOException {
        String file = "binance_BTC-USDT_15m";
        importFile("binance_ETH-USDT_15m.csv.gz", file, Timeframe.M15);

        ImportReport again = importFile("binance_ETH-USDT_15m.csv.gz", file, Timeframe.M15);

        assertThat(again.unchanged()).isEqualTo(23_923);
        assertThat(again.inserted() + again.updated()).isZero();
    }

    private static ImportReport importFile(String file, Timeframe timeframe) throws IOException {
        return importFile(file, file, timeframe);
    }

    private static ImportReport importFile(String file, String symbol, Timeframe timeframe) throws IOException {
        try (InputStream in = Files.newInputStream(FOLDER.resolve(file))) {
            return service.importCsv("test", symbol, timeframe, in);
        }
    }
}
