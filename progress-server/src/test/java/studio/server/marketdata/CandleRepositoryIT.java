package studio.server.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.model.market.Timeframe;
import studio.server.marketdata.sql.CandleReader;
import studio.server.marketdata.sql.CandleRepository;
import studio.server.marketdata.sql.CandleWriter;
import studio.server.sample.SampleData;
import studio.server.sample.sql.SampleMarks;
import studio.server.shared.sql.TestDatabase;

class CandleRepositoryIT {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
    private static final SeriesKey KEY = new SeriesKey("simulated", "SIM/USDT", Timeframe.M5);
    private static final int CANDLES = 105_120;
    private static final int TIMES = 40;

    private static TestDatabase database;
    private static CandleRepository candles;
    private static MarketDataService service;

    @BeforeAll
    static void loadSamples() {
        database = TestDatabase.create();
        candles = new CandleRepository(database.jdbi());
        service = new MarketDataService(candles, new CandleWriter(database.jdbi()), CLOCK);
        new SampleData(service, new SampleMarks(database.jdbi()), CLOCK).loadOnce();
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    /** A job that is cancelled while it reads its candles. */
    @Test
    void who_stops_reading_in_the_middle_leaves_nothing_behind_for_whoever_asks_next() {
        SplittableRandom random = new SplittableRandom(20261125);
        for (int i = 0; i < TIMES; i++) {
            int last = random.nextBoolean() ? 1 + random.nextInt(CANDLES) : CANDLES - random.nextInt(300);

            assertThatThrownBy(() -> candles.readState(KEY, null, null, upTo(last)))
                    .as("candle %d, time %d", last, i)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("stopped");

            for (int asked = 0; asked < 3; asked++) {
                assertThat(candles.series(KEY))
                        .as("candle %d, time %d", last, i)
                        .hasValueSatisfying(
                                series -> assertThat(series.candles()).isEqualTo(CANDLES));
            }
        }
    }

    /** A file whose sender goes away. */
    @Test
    void an_import_that_breaks_off_leaves_nothing_behind_for_whoever_asks_next() {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder csv = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (int i = 0; i < 20_000; i++) {
            csv.append(1_700_000_100_000L + i * 300_000L)
                    .append(",1,2,0.5,1.5,")
                    .append(i + 1)
                    .append('\n');
        }
        byte[] whole = csv.toString().getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < TIMES; i++) {
            int until = 100 + random.nextInt(whole.length - 100);
            InputStream broken = new SequenceInputStream(new ByteArrayInputStream(whole, 0, until), new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("gone");
                }
            });

            assertThatThrownBy(() -> service.importCsv("broken", "B/USDT", Timeframe.M5, broken))
                    .as("byte %d, time %d", until, i)
                    .hasStackTraceContaining("gone");

            for (int asked = 0; asked < 3; asked++) {
                assertThat(candles.series(KEY))
                        .as("byte %d, time %d", until, i)
                        .hasValueSatisfying(
                                series -> assertThat(series.candles()).isEqualTo(CANDLES));
            }
        }
    }

    private static CandleReader upTo(int last) {
        AtomicInteger read = new AtomicInteger();
        return (time, open, high, low, close, volume) -> {
            if (read.incrementAndGet() == last) {
                throw new IllegalStateException("stopped");
            }
        };
    }
}
