package studio.server.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.engine.market.Candles;
import studio.model.market.ImportReport;
import studio.model.market.SeriesInfo;
import studio.model.market.Timeframe;
import studio.server.marketdata.MarketDataService;
import studio.server.marketdata.sql.CandleRepository;
import studio.server.marketdata.sql.CandleWriter;
import studio.server.sample.sql.SampleMarks;
import studio.server.shared.sql.TestDatabase;

class SampleDataIT {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

    private static TestDatabase database;
    private static MarketDataService marketData;
    private static SampleData samples;

    @BeforeAll
    static void loadSamples() {
        database = TestDatabase.create();
        marketData =
                new MarketDataService(new CandleRepository(database.jdbi()), new CandleWriter(database.jdbi()), CLOCK);
        samples = new SampleData(marketData, new SampleMarks(database.jdbi()), CLOCK);
        samples.loadOnce();
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @Test
    void a_new_database_holds_four_series() {
        assertThat(marketData.list().series())
                .extracting(
                        SeriesInfo::exchange,
                        SeriesInfo::symbol,
                        s -> s.timeframe().wireName(),
                        SeriesInfo::candles)
                .containsExactly(
                        Tuple.tuple("binanceus", "ETH/USD", "5m", 580L),
                        Tuple.tuple("bitstamp", "BTC/USD", "1m", 9399L),
                        Tuple.tuple("simulated", "SIM/USDT", "5m", 105_120L),
                        Tuple.tuple("us-equity", "AAPL", "1d", 252L));
        assertThat(marketData.list().series().get(0).quality().gaps()).isZero();
    }

    @Test
    void what_is_stored_is_what_the_process_makes() {
        Candles stored = marketData.lastCandles("simulated", "SIM/USDT", Timeframe.M5, null, null);

        Candles made = SimulatedMarket.candles(SimulatedMarket.SEED, SimulatedMarket.CANDLES);
        assertThat(stored.time()).isEqualTo(made.time());
        assertThat(stored.close()).isEqualTo(made.close());
        assertThat(stored.volume()).isEqualTo(made.volume());
    }

    @Test
    void the_bitstamp_minutes_equal_those_built_from_the_same_trades_elsewhere() throws IOException {
        Path file = Path.of("..", "..", "shared", "market-data", "bitstamp_BTC-USD_1m.csv.gz");
        assumeTrue(Files.exists(file), "no shared/market-data beside the project: not compared");

        ImportReport report;
        try (InputStream in = Files.newInputStream(file)) {
            report = marketData.importCsv("compared", "BTC/USD", Timeframe.M1, in);
        }

        assertThat(report.inserted()).isEqualTo(9399);
        Candles theirs = marketData.lastCandles("compared", "BTC/USD", Timeframe.M1, null, null);
        Candles ours = marketData.lastCandles("bitstamp", "BTC/USD", Timeframe.M1, null, null);
        assertThat(ours.time()).isEqualTo(theirs.time());
        assertThat(ours.open()).isEqualTo(theirs.open());
        assertThat(ours.high()).isEqualTo(theirs.high());
        assertThat(ours.low()).isEqualTo(theirs.low());
        assertThat(ours.close()).isEqualTo(theirs.close());
        database.jdbi().useHandle(handle -> {
            handle.execute("DELETE FROM market_data WHERE exchange = 'compared'");
            handle.execute("DELETE FROM market_series WHERE exchange = 'compared'");
        });
    }

    @Test
    void deleted_samples_do_not_come_back() {
        try (TestDatabase other = TestDatabase.create()) {
            MarketDataService service =
                    new MarketDataService(new CandleRepository(other.jdbi()), new CandleWriter(other.jdbi()), CLOCK);
            SampleData data = new SampleData(service, new SampleMarks(other.jdbi()), CLOCK);
            data.loadOnce();
            other.jdbi().useHandle(handle -> handle.execute("TRUNCATE market_data, market_series"));

            data.loadOnce();

            assertThat(service.list().series()).isEmpty();
        }
    }
}
