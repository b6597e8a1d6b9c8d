package studio.server.marketdata.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.model.market.Timeframe;
import studio.server.marketdata.sql.NewCandle;

/** Files as people have them. Right readings are those of the README beside the files. */
class CaseFilesTest {
    private static final Path FOLDER = Path.of("..", "..", "shared", "cases", "import");
    private static final long FIRST = Instant.parse("2024-03-04T00:00:00Z").toEpochMilli();
    private static final long HOUR = 3_600_000;

    @BeforeAll
    static void findCases() {
        assumeTrue(Files.isDirectory(FOLDER), "no shared/cases beside the project: its files are not tested");
    }

    /** Thirty candles made by one rule: open 100 + i, high 101.5 + i, low 99.25 + i, close 100.5 + i, volume 1234.5 + i. */
    @ParameterizedTest
    @CsvSource({
        "alphavantage.json,    1,    0, 1234.5, 1",
        "binance_us.csv,       1,    0, 1234.5, 1",
        "bitstamp.json,        1,    0, 1234.5, 1",
        "bybit.json,           1,    0, 1234.5, 1",
        "freqtrade.json,       1,    0, 1234.5, 1",
        "freqtrade_like.json,  1,    0, 1234.5, 1",
        "polygon.json,         1,    0, 1234.5, 1",
        "tiingo.json,          1,    0, 1234.5, 1",
        "cdd.csv,              1,    0, 1234.5, 1",
        "databento.csv,        1,    0, 1234,   1",
        "dukascopy.csv,        1,    0, 1234.5, 1",
        "excel_de.csv,         1,    0, 1234.5, 1",
        "histdata.csv,         1,    0, 0,      0",
        "kraken.csv,           1,    0, 1234.5, 1",
        "mt4.csv,              1,    0, 1234,   1",
        "mt5.csv,              1,    0, 1234,   1",
        "novolume.csv,         1,    0, 0,      0",
        "ohlc_order.csv,       1,    0, 1234.5, 1",
        "shib.csv,             1e-8, 0, 1234500000000, 1000000000",
        "thousands.csv,        1, 1000, 1234500, 1000",
        "tradingview.csv,      1,    0, 1234.5, 1",
        "utf16.csv,            1,    0, 1234.5, 1",
    })
    void thirty_hours_are_read_however_they_are_written(
            String file, double scale, double above, double volume, double volumeStep) throws IOException {
        assertThirty(read(file, ReadingOptions.NONE), FIRST, scale, above, volume, volumeStep);
    }

    private static void assertThirty(
            List<NewCandle> read, long first, double scale, double above, double volume, double volumeStep) {
        List<NewCandle> candles = read.stream()
                .sorted(java.util.Comparator.comparingLong(NewCandle::time))
                .toList();
        assertThat(candles).hasSize(30);
        for (int i = 0; i < 30; i++) {
            NewCandle candle = candles.get(i);
            assertThat(candle.time()).isEqualTo(first + i * HOUR);
            assertThat(candle.open()).isCloseTo((above + 100 + i) * scale, within(scale * 1e-9));
            assertThat(candle.high()).isCloseTo((above + 101.5 + i) * scale, within(scale * 1e-9));
            assertThat(candle.low()).isCloseTo((above + 99.25 + i) * scale, within(scale * 0.0051));
            assertThat(candle.close()).isCloseTo((above + 100.5 + i) * scale, within(scale * 1e-9));
            assertThat(candle.volume()).isEqualTo(volume + i * volumeStep);
        }
    }

    @Test
    void an_offset_in_the_times_is_kept() throws IOException {
        assertThirty(
                read("tradingview_iso.csv", ReadingOptions.NONE),
                Instant.parse("2024-03-03T22:00:00Z").toEpochMilli(),
                1,
                0,
                1234.5,
                1);
    }

    @Test
    void times_without_a_zone_are_of_the_zone_that_is_chosen() throws IOException {
        assertThirty(read("histdata.csv", zone("-05:00")), FIRST + 5 * HOUR, 1, 0, 0, 0);
    }

    @Test
    void dates_that_can_be_read_in_two_ways_are_asked_for() throws IOException {
        assertThatThrownBy(() -> read("us_dates.csv", ReadingOptions.NONE))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("03/04/2024")
                .hasMessageContaining("--date-format");
        assertThatThrownBy(() -> read("kibot.csv", ReadingOptions.NONE)).hasMessageContaining("--date-format");

        assertThirty(read("us_dates.csv", dates("MM/dd/yyyy")), FIRST, 1, 0, 1234.5, 1);
        assertThat(read("us_dates.csv", dates("dd/MM/yyyy")).get(0).time())
                .isEqualTo(Instant.parse("2024-04-03T00:00:00Z").toEpochMilli());
        assertThat(read("kibot.csv", dates("MM/dd/yyyy")).get(0).time())
                .isEqualTo(Instant.parse("2024-01-02T14:30:00Z").toEpochMilli());
    }

    /** The first candle of each, as its file has it; times and figures read off by hand. */
    @ParameterizedTest
    @CsvSource({
        "yfinance_AAPL_1h.csv,           8,  0, 2024-01-02T14:30:00Z, 187,     187.14,  186.79,  186.86,  70339",
        "tradingview_NASDAQ_AAPL_1D.csv, 8,  0, 2024-01-02T14:30:00Z, 187,     188.62,  185.95,  187.21,  82114",
        "polygon_daily.json,             8,  0, 2024-01-02T05:00:00Z, 187,     188.62,  185.95,  187.21,  82114",
        "alpaca_daily.json,              8,  0, 2024-01-02T05:00:00Z, 187,     188.62,  185.95,  187.21,  82114",
        "weekly_sunday.csv,              8,  0, 2022-01-02T00:00:00Z, 187,     187.62,  178.2,   181.72,  943",
        "coinmarketcap.csv,              8,  0, 2024-06-17T00:00:00Z, 160.99,  164.03,  160.16,  163.62,  59136",
        "mt4_EURUSD60.csv,               9,  0, 2024-01-02T00:00:00Z, 1.09,    1.09291, 1.08978, 1.09255, 22262",
        "histdata_mt_M1.csv,             9,  0, 2024-01-01T17:00:00Z, 1.09,    1.09006, 1.08995, 1.09001, 0",
        "ib_1h.csv,                      8,  0, 2024-01-02T00:00:00Z, 1.09,    1.09291, 1.08978, 1.09255, 22262",
        "alphavantage_daily.json,        8,  0, -,                    0,       0,       0,       0,       0",
        "udf_columns.json,               8,  0, 2024-01-02T00:00:00Z, 1.09,    1.09291, 1.08978, 1.09255, 22262",
        "gate.json,                      8,  0, 2024-01-02T00:00:00Z, 42000,   42234.6, 41934.9, 42083.9, 159",
        "oanda.json,                     8,  0, 2024-01-02T00:00:00Z, 1.09,    1.09291, 1.08978, 1.09255, 22262",
        "binance_ws.json,                8,  0, 2024-01-02T00:00:00Z, 42000,   42234.6, 41934.9, 42083.9, 159",
        "nan_row.json,                   6,  1, 2024-01-02T04:00:00Z, 1.09307, 1.09459, 1.09266, 1.09437, 4808",
        "databento_pretty.csv,           8,  0, 2024-01-02T00:00:00Z, 42000,   42234.6, 41934.9, 42083.9, 159",
        "dukascopy_EET_H1.csv,           8,  0, 2024-01-01T22:00:00Z, 1.09,    1.09291, 1.08978, 1.09255, 2226.2",
        "pipe.csv,                       8,  0, 2024-01-02T00:00:00Z, 1.09,    1.09291, 1.08978, 1.09255, 22262",
        "quoted_volume_thousands.csv,    8,  0, 2024-01-02T00:00:00Z, 187,     188.62,  185.95,  187.21,  82114000",
        "okx.json,                       -1, 1, 2024-01-06T02:00:00Z, 41221.2, 41246.6, 40675.0, 40815.1, 64070",
        "dates_impossible.csv,           2,  3, 2023-02-27T00:00:00Z, 10,      11,      9,       10.5,    5",
        "cdd_overlap.csv,                3,  1, 2023-11-15T01:00:00Z, 102,     103,     101,     102.5,   10.5",
        "no_volume.csv,                  3000, 0, 2024-01-01T00:00:00Z, 1.1,   1.100122, 1.098255, 1.098966, 0",
        "oanda_1d.csv,                   370, 0, 2023-01-01T22:00:00Z, 1.08,   1.084,   1.076,   1.081,   1000",
        "us_1h_0930.csv,                 70, 0, 2023-01-03T14:30:00Z, 100,     101,     99,      100.5,   10",
        "us_daily_ny_midnight.csv,       60, 0, 2023-01-02T05:00:00Z, 100,     101,     99,      100.5,   10",
        "us_15m_extended.csv,            1536, 0, 2024-01-08T09:00:00Z, 100,   100.124748, 99.95, 100.074711, 10",
    })
    void other_files_are_read_with_their_own_figures(
            String name,
            int candles,
            int rejected,
            String time,
            double open,
            double high,
            double low,
            double close,
            double volume)
            throws IOException {
        CandleFile file = open(name, ReadingOptions.NONE);

        List<NewCandle> read = all(file);

        assertThat(file.rejected()).as("%s", file.rejections()).isEqualTo(rejected);
        if (candles > 0) {
            assertThat(read).hasSize(candles);
        }
        if (!time.equals("-")) {
            NewCandle first = read.get(0);
            assertThat(Instant.ofEpochMilli(first.time())).isEqualTo(time);
            assertThat(List.of(first.open(), first.high(), first.low(), first.close(), first.volume()))
                    .containsExactly(open, high, low, close, volume);
        }
    }

    @Test
    void days_with_changing_offsets_are_those_of_their_rows() throws IOException {
        List<Long> written = Files.readAllLines(FOLDER.resolve("yfinance_london_daily.csv")).stream()
                .skip(1)
                .map(line -> OffsetDateTime.parse(line.substring(0, 25).replace(' ', 'T'))
                        .toInstant()
                        .toEpochMilli())
                .toList();

        List<NewCandle> read = read("yfinance_london_daily.csv", ReadingOptions.NONE);

        assertThat(read).hasSize(520).extracting(NewCandle::time).isEqualTo(written);
    }

    /** Several instruments in one file: a refusal that names them, and the choice. */
    @ParameterizedTest
    @CsvSource({
        "Kraken_OHLCVT.zip, 'XBTUSD_60.csv, XBTUSD_5.csv, ETHUSD_60.csv', --file-in-zip",
        "two_symbols.csv,   'AAPL, SPY',                                 --symbol-in-file",
    })
    void several_instruments_are_refused_by_their_names(String file, String names, String option) {
        assertThatThrownBy(() -> read(file, ReadingOptions.NONE))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining(names)
                .hasMessageContaining(option);
    }

    @Test
    void one_of_several_instruments_can_be_chosen() throws IOException {
        ReadingOptions eth = new ReadingOptions(Map.of(), null, null, null, false, null, "ETHUSD_60.csv");
        ReadingOptions one = new ReadingOptions(Map.of(), null, null, null, false, "spy", null);

        List<NewCandle> ofZip = read("Kraken_OHLCVT.zip", eth);
        CandleFile file = open("two_symbols.csv", one);
        List<NewCandle> ofColumn = all(file);

        assertThat(ofZip).isNotEmpty().allMatch(c -> c.open() < 3000);
        List<String> lines = Files.readAllLines(FOLDER.resolve("two_symbols.csv")).stream()
                .filter(line -> line.contains(",SPY,"))
                .toList();
        assertThat(ofColumn).hasSameSizeAs(lines);
        assertThat(ofColumn.get(0).open())
                .isEqualTo(Double.parseDouble(lines.get(0).split(",")[2]));
        assertThat(file.rejected()).isZero();
    }

    @Test
    void adjusted_prices_are_taken_on_demand_only() throws IOException {
        ReadingOptions adjusted = new ReadingOptions(Map.of(), null, null, null, true, null, null);

        CandleFile file = open("yahoo.csv", ReadingOptions.NONE);
        List<NewCandle> raw = all(file);
        List<NewCandle> scaled = read("yahoo.csv", adjusted);

        assertThat(raw).hasSize(26);
        assertThat(file.rejections()).hasSize(4).allMatch(r -> r.reason().contains("null"));
        assertThat(scaled).hasSize(26);
        for (int i = 0; i < 26; i++) {
            assertThat(scaled.get(i).open()).isCloseTo(raw.get(i).open() * 0.9, within(1e-9));
            assertThat(scaled.get(i).high()).isCloseTo(raw.get(i).high() * 0.9, within(1e-9));
            assertThat(scaled.get(i).low()).isCloseTo(raw.get(i).low() * 0.9, within(1e-9));
            assertThat(scaled.get(i).close()).isCloseTo(raw.get(i).close() * 0.9, within(1e-9));
        }
        assertThatThrownBy(() -> read("kraken.csv", adjusted)).hasMessageContaining("--adjusted");
    }

    @ParameterizedTest
    @CsvSource({
        "neg.csv, 11, not above 0",
        "excess_columns_thousands.csv, 8, fields",
        "decimal_comma_unquoted.csv, 2, fields"
    })
    void rows_that_would_be_wrong_are_rejected_one_by_one(String name, int rejected, String reason) throws IOException {
        CandleFile file = open(name, ReadingOptions.NONE);

        List<NewCandle> read = all(file);

        assertThat(file.rejections()).hasSize(rejected).allMatch(r -> r.reason().contains(reason));
        assertThat(read.size() + rejected)
                .isEqualTo(Files.readAllLines(FOLDER.resolve(name)).size() - 1);
    }

    @Test
    void a_time_of_day_without_its_day_is_refused() {
        assertThatThrownBy(() -> read("lean_minute.zip", ReadingOptions.NONE))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("do not say which day");
    }

    @Test
    void an_unfinished_candle_is_reported_and_a_missing_volume_is_remarked() throws IOException {
        CandleFile okx = open("okx.json", ReadingOptions.NONE);
        all(okx);
        CandleFile without = open("novolume.csv", ReadingOptions.NONE);
        all(without);

        assertThat(okx.rejections())
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("not over yet"));
        assertThat(without.hasVolume()).isFalse();
        assertThat(without.layout().orElseThrow().remarks()).contains("The file has no volume.");
    }

    private static ReadingOptions zone(String zone) {
        return new ReadingOptions(Map.of(), null, ReadingOptions.zone(zone), null, false, null, null);
    }

    private static ReadingOptions dates(String pattern) {
        return new ReadingOptions(Map.of(), ReadingOptions.dateOrder(pattern), null, null, false, null, null);
    }

    private static List<NewCandle> read(String name, ReadingOptions options) throws IOException {
        return all(open(name, options));
    }

    private static CandleFile open(String name, ReadingOptions options) throws IOException {
        InputStream bytes = Files.newInputStream(FOLDER.resolve(name));
        return new CandleFile(bytes, Timeframe.H1, options);
    }

    private static List<NewCandle> all(CandleFile file) throws IOException {
        List<NewCandle> candles = new ArrayList<>();
        for (Optional<NewCandle> next = file.next(); next.isPresent(); next = file.next()) {
            candles.add(next.get());
        }
        return candles;
    }
}
