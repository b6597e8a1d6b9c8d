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
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import studio.model.job.JobStatus;
import studio.model.market.DataTask;
import studio.model.market.ImportReport;
import studio.model.market.Timeframe;
import studio.server.marketdata.sql.CandleWriter;
import studio.server.marketdata.sql.DataTaskRepository;
import studio.server.shared.sql.TestDatabase;

class FileImportsIT {
    private static final int CANDLES = 140_000;

    private final TestDatabase database = TestDatabase.create();
    private final DataTaskRepository tasks = new DataTaskRepository(database.jdbi(), (transaction, taskId, due) -> {});
    private final AtomicLong seconds = new AtomicLong();
    /** A slow machine: every look at the clock finds it a second later. */
    private final InstantSource clock = () -> Instant.ofEpochSecond(seconds.incrementAndGet());

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    @Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
    void a_long_import_tells_how_far_it_is_while_its_candles_are_on_their_way() throws IOException {
        FileImports imports = new FileImports(new CandleWriter(database.jdbi()), tasks, clock);
        List<DataTask> seenBeforeTheEnd = new ArrayList<>();
        byte[] csv = csv();

        ImportReport report = imports.take(
                "task00000001",
                new SeriesKey("x", "A/B", Timeframe.M5),
                ImportWish.NONE,
                new SequenceInputStream(new ByteArrayInputStream(csv), atTheEnd(seenBeforeTheEnd)),
                OptionalLong.of(csv.length));

        assertThat(report.inserted()).isEqualTo(CANDLES);
        assertThat(seenBeforeTheEnd).isNotEmpty();
        assertThat(seenBeforeTheEnd.get(0).done()).isBetween(65_536L, (long) CANDLES);
    }

    @Test
    @Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
    void a_file_without_one_good_row_is_cancelled_on_its_way_like_any_other() {
        FileImports imports = new FileImports(new CandleWriter(database.jdbi()), tasks, clock);
        InputStream endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                if (++given == 1 << 20) {
                    assertThat(tasks.cancel("task00000002", Instant.EPOCH)).isTrue();
                }
                return given % 40 == 0 ? '\n' : 'x';
            }
        };

        assertThatThrownBy(() -> imports.take(
                        "task00000002",
                        new SeriesKey("x", "A/C", Timeframe.M5),
                        ImportWish.NONE,
                        new SequenceInputStream(new ByteArrayInputStream(csv()), endless),
                        OptionalLong.empty()))
                .isInstanceOf(TaskLostException.class);

        assertThat(tasks.find("task00000002").orElseThrow().status()).isEqualTo(JobStatus.CANCELLED);
        long held = database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM market_data")
                        .mapTo(Long.class)
                        .one());
        assertThat(held).isZero();
    }

    /** Nothing more to read, but someone else looks at the task on a connection of their own. */
    private InputStream atTheEnd(List<DataTask> seen) {
        return new InputStream() {
            @Override
            public int read() {
                Thread other =
                        new Thread(() -> seen.add(tasks.find("task00000001").orElseThrow()));
                other.start();
                try {
                    other.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return -1;
            }
        };
    }

    private static byte[] csv() {
        StringBuilder csv = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (int i = 0; i < CANDLES; i++) {
            csv.append(1_700_000_100L + 300L * i).append(",1,3,1,2,10\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
