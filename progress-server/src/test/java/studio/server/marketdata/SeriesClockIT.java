package studio.server.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.engine.market.Candles;
import studio.model.market.ClockBasis;
import studio.model.market.FoundClock;
import studio.model.market.ImportReport;
import studio.model.market.MarketCalendar;
import studio.model.market.SeriesClock;
import studio.model.market.SeriesInfo;
import studio.model.market.Timeframe;
import studio.server.marketdata.file.UnusableFileException;
import studio.server.marketdata.sql.CandleRepository;
import studio.server.marketdata.sql.CandleWriter;
import studio.server.marketdata.sql.DataTaskRepository;
import studio.server.shared.sql.TestDatabase;

/** Series of other clocks than UTC's: found, stored, kept, and what is not theirs refused. */
class SeriesClockIT {
    private static final Path CASES = Path.of("..", "..", "shared", "cases", "import");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static TestDatabase database;
    private static CandleWriter writer;
    private static MarketDataService service;

    @BeforeAll
    static void createDatabase() {
        database = TestDatabase.create();
        writer = new CandleWriter(database.jdbi());
        service = new MarketDataService(
                new CandleRepository(database.jdbi()), writer, InstantSource.fixed(Instant.EPOCH));
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    /** Counts and clocks as their README says; all rows of these files are candles. */
    @ParameterizedTest
    @CsvSource({
        "oanda_1d.csv,                   1d,  370, America/New_York, fx,        260, 0",
        "us_1h_0930.csv,                 1h,   70, America/New_York, always,    365, 0",
        "us_daily_ny_midnight.csv,       1d,   60, America/New_York, always,    365, 0",
        "yfinance_AAPL_1h.csv,           1h,    8, America/New_York, us_equity, 252, 0",
        "tradingview_NASDAQ_AAPL_1D.csv, 1d,    8, America/New_York, us_equity, 252, 0",
        "polygon_daily.json,             1d,    8, America/New_York, us_equity, 252, 0",
        "alpaca_daily.json,              1d,    8, America/New_York, us_equity, 252, 0",
        "weekly_sunday.csv,              1w,    8, Z,                always,    365, 0",
        "us_15m_extended.csv,           15m, 1536, America/New_York, us_equity, 252, 0",
    })
    void every_row_of_a_case_is_a_candle(
            String file, String timeframe, int rows, String zone, String calendar, int days, long gaps)
            throws IOException {
        Timeframe length = Timeframe.of(timeframe);

        ImportReport report = importCase(file, length);
        ImportReport again = importCase(file, length);

        assertThat(report.rejections()).isEmpty();
        assertThat(report.inserted()).isEqualTo(rows);
        assertThat(again.unchanged()).isEqualTo(rows);
        SeriesInfo series = service.series("somewhere", file, length).orElseThrow();
        assertThat(series.clock().clock()).isEqualTo(clockOf(report));
        assertThat(clockOf(report).zone()).isEqualTo(ZoneId.of(zone));
        assertThat(series.calendar().wireName()).isEqualTo(calendar);
        assertThat(clockOf(report).daysPerYear()).isEqualTo(days);
        assertThat(series.quality().gaps()).isEqualTo(gaps);
        assertThat(series.quality().suspectedSplits()).isZero();
    }

    /** The reader of today does not read its offsets; the times are those that stand in the rows. */
    @Test
    void days_of_london_are_kept_through_summer_time() throws IOException {
        assumeTrue(Files.isDirectory(CASES), "no shared/cases beside the project: its files are not tested");
        List<Long> times = Files.readAllLines(CASES.resolve("yfinance_london_daily.csv")).stream()
                .skip(1)
                .map(line -> OffsetDateTime.parse(line.split(",")[0].replace(' ', 'T'))
                        .toInstant()
                        .toEpochMilli())
                .toList();

        ImportReport report = importCsv("LONDON", Timeframe.D1, times, t -> "100,101,99,100,1");

        assertThat(report.inserted()).isEqualTo(520);
        assertThat(clockOf(report).zone()).isEqualTo(ZoneId.of("Europe/London"));
        assertThat(service.series("somewhere", "LONDON", Timeframe.D1)
                        .orElseThrow()
                        .quality()
                        .missingCandles())
                .isZero();
        Candles held = service.lastCandles("somewhere", "LONDON", Timeframe.D1, null, null);
        assertThat(LongStream.of(held.time()).boxed().map(held.clock()::dayOf).map(LocalDate::ofEpochDay))
                .startsWith(LocalDate.of(2023, 1, 2), LocalDate.of(2023, 1, 3))
                .endsWith(LocalDate.of(2024, 12, 26), LocalDate.of(2024, 12, 27));
    }

    @Test
    void extended_hours_become_one_day_a_session() throws IOException {
        importCase("us_15m_extended.csv", Timeframe.M15);
        Resampling resampling = new Resampling(service, writer, InstantSource.fixed(Instant.EPOCH));

        resampling.resample(new SeriesKey("somewhere", "us_15m_extended.csv", Timeframe.M15), Timeframe.D1);

        Candles days = service.lastCandles("somewhere", "us_15m_extended.csv", Timeframe.D1, null, null);
        Candles quarters = service.lastCandles("somewhere", "us_15m_extended.csv", Timeframe.M15, null, null);
        assertThat(days.size()).isEqualTo(24);
        for (int d = 0; d < 24; d++) {
            assertThat(Instant.ofEpochMilli(days.time()[d]).atZone(NEW_YORK).getDayOfWeek())
                    .isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            // 16 hours from 04:00 are 64 candles.
            assertThat(days.open()[d]).isEqualTo(quarters.open()[64 * d]);
            assertThat(days.close()[d]).isEqualTo(quarters.close()[64 * d + 63]);
        }
        SeriesInfo held =
                service.series("somewhere", "us_15m_extended.csv", Timeframe.D1).orElseThrow();
        assertThat(held.calendar()).isEqualTo(MarketCalendar.US_EQUITY);
        assertThat(held.quality().gaps()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1h, 5m", "5m, 1h", "1d, 1h", "1d, 1w"})
    void a_wrong_timeframe_is_answered_with_the_right_one_and_never_stored(String real, String said) {
        long step = Timeframe.of(real).millis();
        List<Long> times = LongStream.range(0, 100)
                .mapToObj(i -> 1_704_067_200_000L + i * step)
                .toList();

        assertThatThrownBy(() -> importCsv("WRONG", Timeframe.of(said), times, t -> "100,101,99,100,1"))
                .isInstanceOf(UnusableFileException.class)
                .hasMessage("The times look like " + real + " candles, not " + said + ".");

        assertThat(service.series("somewhere", "WRONG", Timeframe.of(said))).isEmpty();
    }

    @Test
    void a_preview_shows_candles_of_a_wrong_timeframe_and_names_the_right_one() throws IOException {
        FileImports imports = new FileImports(
                writer,
                new DataTaskRepository(database.jdbi(), (transaction, taskId, due) -> {}),
                InstantSource.fixed(Instant.EPOCH));
        List<Long> times = LongStream.range(0, 100)
                .mapToObj(i -> 1_704_067_200_000L + i * 3_600_000L)
                .toList();

        var preview = imports.preview(
                new SeriesKey("somewhere", "LOOK", Timeframe.M5), ImportWish.NONE, csv(times, t -> "100,101,99,100,1"));

        assertThat(preview.likelyTimeframe()).isEqualTo(Timeframe.H1);
        assertThat(preview.rows()).hasSize(50);
        assertThat(preview.clock()).isNull();
    }

    @Test
    void a_time_off_the_grid_that_was_found_is_rejected_with_the_reason() throws IOException {
        List<Long> times = hours(LocalDate.of(2024, 1, 2), 60);
        times = new java.util.ArrayList<>(times);
        times.add(40, times.get(39) + 600_000L);

        ImportReport report = importCsv("OFF", Timeframe.H1, times, t -> "100,101,99,100,1");

        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.rejections().get(0).line()).isEqualTo(42);
        assertThat(report.rejections().get(0).reason())
                .matches(".* is no time at which a 1h candle opens in this series, but .*:30:00Z is");
        assertThat(report.inserted()).isEqualTo(times.size() - 1);
    }

    /** A winter's worth of 22:00 UTC says New York as little as anything else; the summer's 21:00 decides. */
    @Test
    void more_times_show_a_better_clock_and_what_is_held_keeps_its_own_else() throws IOException {
        List<Long> winter = hours(LocalDate.of(2024, 1, 2), 20);
        List<Long> summer = hours(LocalDate.of(2024, 6, 3), 20);
        importCsv("GROWS", Timeframe.H1, winter.subList(0, 3), t -> "100,101,99,100,1");
        assertThat(clock("GROWS", Timeframe.H1).basis()).isEqualTo(ClockBasis.ASSUMED);

        importCsv("GROWS", Timeframe.H1, winter, t -> "100,101,99,100,1");
        FoundClock grown = clock("GROWS", Timeframe.H1);
        importCsv("GROWS", Timeframe.H1, summer, t -> "100,101,99,100,1");

        assertThat(grown.clock().calendar()).isEqualTo(MarketCalendar.US_EQUITY);
        assertThat(clock("GROWS", Timeframe.H1)).isEqualTo(grown);
        // Crypto by the full hour does not belong into it.
        ImportReport other = importCsv(
                "GROWS",
                Timeframe.H1,
                LongStream.range(0, 50)
                        .mapToObj(i -> 1_720_000_800_000L + i * 3_600_000L)
                        .toList(),
                t -> "100,101,99,100,1");
        assertThat(other.rejected()).isEqualTo(50);
        assertThat(clock("GROWS", Timeframe.H1)).isEqualTo(grown);
    }

    @Test
    void a_series_of_a_version_before_gets_its_clock_when_it_is_measured_again() throws IOException {
        importCsv("OLD", Timeframe.H1, hours(LocalDate.of(2024, 1, 2), 90), t -> "100,101,99,100,1");
        FoundClock found = clock("OLD", Timeframe.H1);
        database.jdbi().useHandle(handle -> handle.execute("""
                        UPDATE market_series SET measured_by = 1, calendar = 'always', gaps = 99, clock_zone = NULL,
                            clock_day_turns = NULL, clock_first_open = NULL, clock_session_minutes = NULL,
                            clock_week_begins = NULL, clock_days_per_year = NULL, clock_basis = NULL
                        WHERE symbol = 'OLD'
                        """));
        assertThat(clock("OLD", Timeframe.H1).clock()).isEqualTo(SeriesClock.utc(Timeframe.H1));

        service.measureOutdated();

        assertThat(clock("OLD", Timeframe.H1)).isEqualTo(found);
        assertThat(service.series("somewhere", "OLD", Timeframe.H1)
                        .orElseThrow()
                        .quality()
                        .gaps())
                .isZero();
    }

    @Test
    void a_split_on_a_monday_is_suspected() throws IOException {
        List<Long> times = LocalDate.of(2024, 1, 1)
                .datesUntil(LocalDate.of(2024, 12, 28))
                .filter(date -> date.getDayOfWeek().getValue() <= 5)
                .map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli())
                .toList();
        long split = LocalDate.of(2024, 9, 2)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .toEpochMilli();

        importCsv("SPLIT", Timeframe.D1, times, t -> t < split ? "100,102,99,101,1" : "10.05,10.2,9.9,10.1,1");

        SeriesInfo series = service.series("somewhere", "SPLIT", Timeframe.D1).orElseThrow();
        assertThat(series.quality().outliers()).isEqualTo(1);
        assertThat(series.quality().suspectedSplits()).isEqualTo(1);
        assertThat(series.quality().gaps()).isZero();
    }

    /** As their README says: a split between neighbours, a bad day, gaps over stops; and prices of all sizes. */
    @ParameterizedTest
    @CsvSource({
        "split_tuesday.csv,    1d, 1, 1",
        "hundredfold_day.csv,  1d, 2, 0",
        "never_loses.csv,      1h, 0, 0",
        "gaps_daily.csv,       1d, 0, 0",
        "tiny_0.00000012.csv,  1h, 0, 0",
    })
    void splits_are_told_from_bad_days(String file, String timeframe, long outliers, long splits) throws IOException {
        Timeframe length = Timeframe.of(timeframe);

        importCase(file, length);

        SeriesInfo series = service.series("somewhere", file, length).orElseThrow();
        assertThat(series.quality().outliers()).isEqualTo(outliers);
        assertThat(series.quality().suspectedSplits()).isEqualTo(splits);
    }

    private static FoundClock clock(String symbol, Timeframe timeframe) {
        return service.series("somewhere", symbol, timeframe).orElseThrow().clock();
    }

    private static SeriesClock clockOf(ImportReport report) {
        FoundClock found = report.clock();
        assertThat(found).isNotNull();
        return found.clock();
    }

    /** Sessions of New York from 9:30; nyse.com: closed on the days that are named. */
    private static List<Long> hours(LocalDate from, int days) {
        List<LocalDate> closed = List.of(
                LocalDate.of(2024, 1, 15),
                LocalDate.of(2024, 2, 19),
                LocalDate.of(2024, 3, 29),
                LocalDate.of(2024, 6, 19));
        return from.datesUntil(from.plusDays(days))
                .filter(date -> date.getDayOfWeek().getValue() <= 5 && !closed.contains(date))
                .flatMap(date -> LongStream.range(0, 7)
                        .mapToObj(hour -> date.atTime(9, 30)
                                .plusHours(hour)
                                .atZone(NEW_YORK)
                                .toInstant()
                                .toEpochMilli()))
                .toList();
    }

    private static ImportReport importCase(String file, Timeframe timeframe) throws IOException {
        assumeTrue(Files.isDirectory(CASES), "no shared/cases beside the project: its files are not tested");
        try (InputStream in = Files.newInputStream(CASES.resolve(file))) {
            return service.importCsv("somewhere", file, timeframe, in);
        }
    }

    private static ImportReport importCsv(
            String symbol, Timeframe timeframe, List<Long> times, LongFunction<String> figures) throws IOException {
        return service.importCsv("somewhere", symbol, timeframe, csv(times, figures));
    }

    private static InputStream csv(List<Long> times, LongFunction<String> figures) {
        String text = times.stream()
                .map(time -> time + "," + figures.apply(time) + "\n")
                .collect(Collectors.joining("", "time,open,high,low,close,volume\n", ""));
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
