package studio.server.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
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
import org.junit.jupiter.params.provider.ValueSource;
import studio.engine.market.CandleQualityMeter;
import studio.engine.market.Candles;
import studio.model.market.CandleQuality;
import studio.model.market.ImportReport;
import studio.model.market.ResampleReport;
import studio.model.market.SeriesInfo;
import studio.model.market.Timeframe;
import studio.server.marketdata.file.UnusableFileException;
import studio.server.marketdata.sql.CandleRepository;
import studio.server.marketdata.sql.CandleWriter;
import studio.server.shared.sql.TestDatabase;

/**
 * Real files: figures from the table in the README beside them; of shares and currencies without the nights, weekends and
 * holidays that it counts as gaps, since the times say whose they are.
 */
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
        "binance_BTC-USDT_5m.csv.gz,        5m, 71769,    0,      0,  0.00,  0.00, ascending,      0",
        "binance_ETH-USDT_15m.csv.gz,      15m, 23923,    0,      0,  0.00,  0.00, ascending,      0",
        "binance_SOL-USDT_15m.csv.gz,      15m, 24009,    0,      0,  0.00,  0.00, ascending,      0",
        "bitfinex_BTC-USD_1m.dirty.csv.gz,  1m, 50669,   16,  50108, 36.24, 47.20, mixed,         69",
        "coinbase_BTC-USD_1h.csv.gz,        1h, 20111,    0,      0,  0.14,  0.15, mixed,      20105",
        "coinbase_ETH-USD_4h.csv.gz,        4h, 20675,    9,     26,  0.00,  0.02, ascending,      0",
        "binance_BTC-USDT_1h.csv.gz,        1h,  5980,    0,      0,  0.00,  0.00, ascending,      0",
        "binance_BTC-USDT_4h.csv,           4h,  1495,    0,      0,  0.00,  0.00, ascending,      0",
        "binance_ETH-USDT_1h.csv.gz,        1h,  5980,    0,      0,  0.00,  0.00, ascending,      0",
        "binance_ETH-USDT_4h.csv,           4h,  1495,    0,      0,  0.00,  0.00, ascending,      0",
        "binance_SOL-USDT_1h.csv.gz,        1h,  6002,    0,      0,  0.00,  0.00, ascending,      0",
        "binance_BTC-USDT_1d.csv,           1d,  1246,    0,      0,  0.00,  0.00, ascending,      0",
        "binance_BTC-USDT_1h_2026-05.csv,   1h,   250,    0,      0,  0.00,  0.00, ascending,      0",
        "binance_XRP-ETH_1m.csv,            1m,  2469,  676,   1091,  0.00, 39.00, ascending,      0",
        "coinbase_ETH-USD_1d.csv,           1d,  3450,    1,      2,  0.00,  0.00, descending,     0",
        "dukascopy_EUR-USD_1h.csv.gz,       1h,  6225,    0,      0,  0.00,  0.00, ascending,      0",
        "us-equity_SPY_1h.csv.gz,           1h, 40832,    1,      2,  0.00,  0.01, ascending,      0",
        "us-equity_SPY_1m.csv,              1m,  1564,    0,      0,  0.00,  0.00, ascending,      0",
        "us-equity_GOOGL_1d.csv,            1d,  2335,    0,      0,  0.00,  0.00, ascending,      0",
        "bitstamp_BTC-USD_5m.dirty.csv.gz,  5m, 30610,    2,   3287, 34.87, 36.84, mixed,         43",
        "bitstamp_BTC-USD_1m.csv.gz,        1m,  9399,  162,    204,  0.00, 15.99, ascending,      0",
    })
    void a_file_is_taken_whole_and_measured_as_its_readme_says(
            String file,
            String timeframe,
            long rows,
            long gaps,
            long missing,
            double zeroPct,
            double flatPct,
            String order,
            long misordered)
            throws IOException {
        Timeframe length = Timeframe.of(timeframe);

        ImportReport report = importFile(file, length);

        assertThat(report.rejections()).isEmpty();
        assertThat(report.read()).isEqualTo(rows);
        assertThat(report.inserted()).isEqualTo(rows);
        assertThat(report.duplicates()).isZero();
        assertThat(report.order()).isEqualTo(order);
        assertThat(report.misordered()).isEqualTo(misordered);
        SeriesInfo series = service.series("test", file, length).orElseThrow();
        CandleQuality quality = series.quality();
        assertThat(quality.gaps()).isEqualTo(gaps);
        assertThat(quality.missingCandles()).isEqualTo(missing);
        assertThat(100 * quality.zeroVolumeShare()).isCloseTo(zeroPct, within(0.00501));
        assertThat(100 * quality.flatShare()).isCloseTo(flatPct, within(0.00501));
        assertThat(quality.suspectedSplits()).isZero();
        Candles candles = service.lastCandles("test", file, length, null, null);
        assertThat(quality).isEqualTo(CandleQualityMeter.measure(candles));
    }

    /** Answers of exchanges, counted by another reader of JSON, and the series that indicators are checked with. */
    @ParameterizedTest
    @CsvSource({
        "exchange-json/binance_klines_BTCUSDT_15m_300.json,         15m, 300, 0, ascending,  1518963300, 1519232400",
        "exchange-json/binance_klines_BTCUSDT_6h_500.rebuilt.json,   6h, 500, 0, ascending,  1593885600, 1604664000",
        "exchange-json/binanceus_klines_BTCUSDT_1h_1.json,           1h,   1, 0, ascending,  1710327600, 1710327600",
        "exchange-json/coinbase_candles_ETH-USD_1d.json,             1d, 350, 0, descending, 1730851200, 1761004800",
        "exchange-json/kraken_OHLC_XBTUSDT_1m_11.json,               1m,  11, 5, ascending,  1762777020, 1762777620",
        "exchange-json/okx_candles_1m_2.json,                        1m,   2, 0, descending, 1747093980, 1747094040",
        "golden/spy_1d_2017-2018_atr14_rsi14_sma20_ema20.csv,        1d, 502, 0, ascending,  1483401600, 1546214400",
    })
    void an_exchanges_answer_is_taken_whole(
            String file, String timeframe, long rows, long withoutVolume, String order, long first, long last)
            throws IOException {
        Timeframe length = Timeframe.of(timeframe);
        String symbol = file.substring(file.indexOf('/') + 1).substring(0, 20);

        ImportReport report = importFile(file, symbol, length);
        ImportReport again = importFile(file, symbol, length);

        assertThat(report.rejections()).isEmpty();
        assertThat(report.read()).isEqualTo(rows);
        assertThat(report.inserted()).isEqualTo(rows);
        assertThat(report.order()).isEqualTo(order);
        assertThat(report.first()).isEqualTo(Instant.ofEpochSecond(first));
        assertThat(report.last()).isEqualTo(Instant.ofEpochSecond(last));
        assertThat(again.unchanged()).isEqualTo(rows);
        CandleQuality quality =
                service.series("test", symbol, length).orElseThrow().quality();
        assertThat(Math.round(rows * quality.zeroVolumeShare())).isEqualTo(withoutVolume);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "binance_bookTicker_all.json",
                "binance_exchangeInfo_2021-04_subset.json",
                "binanceus_ticker24hr_BTCUSDT.json",
                "okx_error_50011_rate_limit.json"
            })
    void an_answer_without_candles_is_refused_in_a_sentence_and_leaves_nothing(String file) {
        String symbol = file.substring(0, 20);

        assertThatThrownBy(() -> importFile("exchange-json/" + file, symbol, Timeframe.M1))
                .isInstanceOf(UnusableFileException.class)
                .message()
                .endsWith(".");

        assertThat(service.series("test", symbol, Timeframe.M1)).isEmpty();
    }

    /** The exchanges traded on every day of the calendar but for what is told here, which the sources truly lack. */
    @ParameterizedTest
    @CsvSource({
        "us-equity_SPY_1h.csv.gz,     us_equity, 1h, 162910, 2",
        "us-equity_SPY_1m.csv,        us_equity, 1m,   3147, 0",
        "us-equity_GOOGL_1d.csv,      us_equity, 1d,   1052, 0",
        "dukascopy_EUR-USD_1h.csv.gz, dukascopy, 1h,   2463, 0",
    })
    void nights_weekends_and_holidays_are_not_missing(
            String file, String exchange, String timeframe, long absent, long missing) throws IOException {
        Timeframe length = Timeframe.of(timeframe);
        try (InputStream in = Files.newInputStream(FOLDER.resolve(file))) {
            service.importCsv(exchange, file, length, in);
        }

        CandleQuality quality =
                service.series(exchange, file, length).orElseThrow().quality();

        assertThat(quality.missingCandles()).isEqualTo(missing);
        assertThat(quality.missingCandles() + quality.closedCandles()).isEqualTo(absent);
    }

    /** The files come from one exchange, which made both lengths. */
    @ParameterizedTest
    @CsvSource({
        "binance_BTC-USDT_5m.csv.gz,  5m, binance_BTC-USDT_1h.csv.gz, 1h",
        "binance_ETH-USDT_15m.csv.gz, 15m, binance_ETH-USDT_1h.csv.gz, 1h",
        "binance_SOL-USDT_15m.csv.gz, 15m, binance_SOL-USDT_1h.csv.gz, 1h",
        "binance_BTC-USDT_1h.csv.gz,  1h, binance_BTC-USDT_4h.csv,    4h",
    })
    void resampled_candles_are_those_that_the_exchange_made_itself(
            String shorter, String shortTimeframe, String longer, String longTimeframe) throws IOException {
        Timeframe from = Timeframe.of(shortTimeframe);
        Timeframe to = Timeframe.of(longTimeframe);
        importFile(shorter, "resampled" + shorter, from);
        importFile(longer, "theirs" + longer, to);
        Resampling resampling =
                new Resampling(service, new CandleWriter(database.jdbi()), InstantSource.fixed(Instant.EPOCH));

        ResampleReport report = resampling.resample(new SeriesKey("test", "resampled" + shorter, from), to);

        Candles ours = service.lastCandles("test", "resampled" + shorter, to, null, null);
        Candles theirs = service.lastCandles("test", "theirs" + longer, to, null, null);
        assertThat(report.inserted()).isEqualTo(ours.size());
        assertThat(ours.size()).isBetween(theirs.size() - 1, theirs.size());
        for (int i = 0; i < ours.size(); i++) {
            assertThat(ours.time()[i]).isEqualTo(theirs.time()[i]);
            assertThat(ours.open()[i]).isEqualTo(theirs.open()[i]);
            assertThat(ours.high()[i]).isEqualTo(theirs.high()[i]);
            assertThat(ours.low()[i]).isEqualTo(theirs.low()[i]);
            assertThat(ours.close()[i]).isEqualTo(theirs.close()[i]);
            assertThat(ours.volume()[i]).isCloseTo(theirs.volume()[i], withinPercentage(1e-9));
        }
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
