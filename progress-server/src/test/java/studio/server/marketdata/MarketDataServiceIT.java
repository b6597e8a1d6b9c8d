package studio.server.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.engine.market.Candles;
import studio.model.market.CandleColumns;
import studio.model.market.ImportReport;
import studio.model.market.RejectedLine;
import studio.model.market.SeriesInfo;
import studio.model.market.Timeframe;
import studio.server.marketdata.file.UnusableFileException;
import studio.server.marketdata.sql.CandleRepository;
import studio.server.marketdata.sql.CandleWriter;
import studio.server.shared.sql.TestDatabase;

class MarketDataServiceIT {
    private static final long START = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
    private static final long STEP = Timeframe.M5.millis();

    private TestDatabase database;
    private MarketDataService service;

    @BeforeEach
    void createDatabase() {
        database = TestDatabase.create();
        service = new MarketDataService(
                new CandleRepository(database.jdbi()),
                new CandleWriter(database.jdbi()),
                InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void keeps_the_good_lines_and_tells_the_number_and_reason_of_each_bad_one() throws IOException {
        String csv = String.join(
                "\r\n",
                "\uFEFFTimestamp,Open,High,Low,Close,Volume",
                line(0),
                "oops",
                line(1),
                START + 2 * STEP + ",100,99,101,100,1",
                START + 3 * STEP + ",100,NaN,99,100,1",
                START + 4 * STEP + 1 + ",100,101,99,100,1",
                START + 5 * STEP + ",100,101,99,100,-1",
                "",
                "yesterday,100,101,99,100,1",
                START + 6 * STEP + ",0,101,0,100,1",
                START + 7 * STEP + ",100,101,99,102,1",
                line(8));

        ImportReport report = importCsv(csv);

        assertThat(report.read()).isEqualTo(11);
        assertThat(report.inserted()).isEqualTo(3);
        assertThat(report.rejected()).isEqualTo(8);
        assertThat(report.rejections())
                .extracting(RejectedLine::line)
                .containsExactly(3L, 5L, 6L, 7L, 8L, 10L, 11L, 12L);
        assertThat(report.rejections())
                .extracting(RejectedLine::reason)
                .containsExactly(
                        "1 field, open is missing",
                        "low 101.0 is above high 99.0",
                        "high 'NaN' is no finite number",
                        "2024-01-01T00:20:00.001Z is no time at which a 5m candle opens",
                        "volume -1.0 is below 0",
                        "time 'yesterday' is neither an epoch in seconds to nanoseconds nor a date that can be read one"
                                + " way only",
                        "a price is not above 0",
                        "open 100.0 or close 102.0 lies outside low 99.0 to high 101.0");
        assertThat(report.first()).isEqualTo(Instant.ofEpochMilli(START));
        assertThat(report.last()).isEqualTo(Instant.ofEpochMilli(START + 8 * STEP));
    }

    @Test
    void importing_the_same_file_again_changes_nothing() throws IOException {
        importCsv(lines(0, 500));

        ImportReport again = importCsv(lines(0, 500));

        assertThat(again.inserted()).isZero();
        assertThat(again.updated()).isZero();
        assertThat(again.unchanged()).isEqualTo(500);
        assertThat(all().size()).isEqualTo(500);
    }

    @Test
    void the_last_line_of_a_time_wins_and_other_figures_are_updates() throws IOException {
        importCsv(lines(0, 3));
        String changed = START + ",100,105,99,104,7";

        ImportReport report = importCsv(line(0) + "\n" + line(1) + "\n" + changed + "\n" + line(3));

        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(report.updated()).isEqualTo(1);
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(report.inserted()).isEqualTo(1);
        assertThat(all().close()[0]).isEqualTo(104);
    }

    @Test
    void takes_gzip_without_header_and_every_way_of_writing_times() throws IOException {
        String csv = String.join(
                "\n",
                START / 1000 + ",100,101,99,100,1",
                START + STEP + ",100,101,99,100,1",
                (START + 2 * STEP) * 1000 + ",100,101,99,100,1",
                "2024-01-01T00:15:00Z,100,101,99,100,1",
                "2024-01-01 00:20:00,100,101,99,100,1",
                "2024-01-01 00:25,100,101,99,100,1",
                "2024-01-01T01:30:00+01:00,100,101,99,100,1",
                "2024-01-01 00:35:00+00:00,100,101,99,100,1",
                "\"2024-01-01T00:40:00.000Z\",\"100\",101,99,100,1");

        ImportReport report = service.importCsv("x", "A/B", Timeframe.M5, new ByteArrayInputStream(gzip(csv)));

        assertThat(report.rejections()).isEmpty();
        assertThat(all().time()).isEqualTo(times(0, 9));
    }

    @Test
    void a_stream_that_breaks_off_stores_nothing() {
        byte[] whole = gzip(lines(0, 20_000));
        InputStream half = new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2));
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream(lines(0, 5000).getBytes(StandardCharsets.UTF_8)), new Broken());

        assertThatThrownBy(() -> service.importCsv("x", "A/B", Timeframe.M5, half))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("break off");
        assertThatThrownBy(() -> service.importCsv("x", "A/B", Timeframe.M5, broken))
                .isInstanceOf(IOException.class)
                .hasMessage("connection lost");
        assertThat(service.list().series()).isEmpty();
        assertThat(all().size()).isZero();
    }

    @Test
    void a_header_without_a_needed_column_is_refused() {
        assertThatThrownBy(() -> importCsv("timestamp,open,high,low,volume\n" + line(0)))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("'close'");
    }

    @Test
    void lookbacks_count_back_from_the_last_stored_candle() throws IOException {
        importCsv(lines(0, 1000));

        assertThat(service.lastCandles("x", "A/B", Timeframe.M5, 1, null).time())
                .isEqualTo(times(712, 1000));
        assertThat(service.lastCandles("x", "A/B", Timeframe.M5, null, 10).time())
                .isEqualTo(times(990, 1000));
        assertThat(service.lastCandles("x", "A/B", Timeframe.M5, 1, 500).size()).isEqualTo(288);
        assertThat(service.lastCandles("x", "A/B", Timeframe.M5, 365, 5000).size())
                .isEqualTo(1000);
        assertThat(service.lastCandles("x", "none", Timeframe.M5, 1, null).size())
                .isZero();
        assertThat(service.countLast("x", "A/B", Timeframe.M5, 1, null)).isEqualTo(288);
    }

    @Test
    void points_for_drawing_sum_up_so_many_candles_that_they_fit() throws IOException {
        importCsv(lines(0, 1000));

        CandleColumns thinned = service.forDrawing(key(), null, null, 300);
        CandleColumns part = service.forDrawing(
                key(), Instant.ofEpochMilli(START + STEP), Instant.ofEpochMilli(START + 3 * STEP), 300);

        assertThat(thinned.candlesPerPoint()).isEqualTo(4);
        assertThat(thinned.total()).isEqualTo(1000);
        assertThat(thinned.time()).hasSize(250);
        assertThat(thinned.open()[1]).isEqualTo(104);
        assertThat(thinned.high()[1]).isEqualTo(108.5);
        assertThat(thinned.low()[1]).isEqualTo(103);
        assertThat(thinned.close()[1]).isEqualTo(107.5);
        assertThat(thinned.volume()[1]).isEqualTo(4 + 5 + 6 + 7);
        assertThat(part.time()).isEqualTo(times(1, 4));
        assertThat(part.candlesPerPoint()).isEqualTo(1);
    }

    @Test
    void a_series_is_listed_with_its_gaps_and_shares() throws IOException {
        String flat = START + 20 * STEP + ",5,5,5,5,0";
        importCsv(lines(1, 4) + "\n" + line(10) + "\n" + flat);

        SeriesInfo series = service.series("x", "A/B", Timeframe.M5).orElseThrow();

        assertThat(series.candles()).isEqualTo(5);
        assertThat(series.quality().gaps()).isEqualTo(2);
        assertThat(series.quality().missingCandles()).isEqualTo(6 + 9);
        assertThat(series.quality().zeroVolumeShare()).isEqualTo(0.2);
        assertThat(series.quality().flatShare()).isEqualTo(0.2);
        assertThat(service.list().series()).containsExactly(series);
    }

    @Test
    void names_that_no_series_can_have_are_told_all_at_once() {
        assertThat(SeriesKey.check("", "BTC USDT; --", "7m"))
                .extracting("field")
                .containsExactly("exchange", "symbol", "timeframe");
        assertThatThrownBy(() -> service.importCsv("x\n", "A/B", Timeframe.M5, InputStream.nullInputStream()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("exchange");
    }

    private static SeriesKey key() {
        return new SeriesKey("x", "A/B", Timeframe.M5);
    }

    private Candles all() {
        return service.lastCandles("x", "A/B", Timeframe.M5, null, null);
    }

    private ImportReport importCsv(String csv) throws IOException {
        return service.importCsv(
                "x", "A/B", Timeframe.M5, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static long[] times(int from, int to) {
        return IntStream.range(from, to).mapToLong(i -> START + i * STEP).toArray();
    }

    private static String lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(MarketDataServiceIT::line).collect(Collectors.joining("\n"));
    }

    private static String line(int i) {
        return START + i * STEP + "," + (100 + i) + "," + (101.5 + i) + "," + (99 + i) + "," + (100.5 + i) + "," + i;
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection lost");
        }
    }
}
