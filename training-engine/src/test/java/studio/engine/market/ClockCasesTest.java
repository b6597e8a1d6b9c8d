package studio.engine.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.model.market.SeriesClock;
import studio.model.market.Timeframe;

/** The clocks of files as people have them. */
class ClockCasesTest {
    private static final Path CASES = Path.of("../../shared/cases/import");
    private static final Pattern ISO =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2}:\\d{2})(Z|[+-]\\d{2}:\\d{2})?)?");

    /** What each file is stands in its README; the clock of each was worked out by hand from its first and last rows. */
    @ParameterizedTest
    @CsvSource({
        // file,                           timeframe, rows, zone,        turns, open, weeks,   calendar, days
        "oanda_1d.csv,                           1d,  370, America/New_York, 1020,   0, MONDAY, fx,        260",
        "us_1h_0930.csv,                         1h,   70, America/New_York,    0, 570, MONDAY, always,    365",
        "us_daily_ny_midnight.csv,               1d,   60, America/New_York,    0,   0, MONDAY, always,    365",
        "yfinance_london_daily.csv,              1d,  520, Europe/London,       0,   0, MONDAY, weekdays,  260",
        "yfinance_AAPL_1h.csv,                   1h,    8, America/New_York,    0, 570, MONDAY, us_equity, 252",
        "tradingview_NASDAQ_AAPL_1D.csv,         1d,    8, America/New_York,    0, 570, MONDAY, us_equity, 252",
        "polygon_daily.json,                     1d,    8, America/New_York,    0,   0, MONDAY, us_equity, 252",
        "alpaca_daily.json,                      1d,    8, America/New_York,    0,   0, MONDAY, us_equity, 252",
        "weekly_sunday.csv,                      1w,    8, Z,                   0,   0, SUNDAY, always,    365",
        "us_15m_extended.csv,                   15m, 1536, America/New_York,    0, 240, MONDAY, us_equity, 252",
        "split_tuesday.csv,                      1d,  800, Z,                   0,   0, MONDAY, weekdays,  260",
        "gaps_daily.csv,                         1d, 2500, Z,                   0,   0, MONDAY, always,    365",
    })
    void every_case_has_the_clock_that_it_was_made_with(
            String file,
            String timeframe,
            int rows,
            String zone,
            int turns,
            int open,
            DayOfWeek weeks,
            String calendar,
            int days)
            throws IOException {
        long[] times = times(file);

        ClockFinder.Found found = ClockFinder.find(times, Timeframe.of(timeframe), "somewhere", null);

        assertThat(times).hasSize(rows);
        SeriesClock clock = found.clock();
        assertThat(clock.zone()).isEqualTo(ZoneId.of(zone));
        assertThat(clock.dayTurns()).isEqualTo(turns);
        assertThat(clock.firstOpen()).isEqualTo(open);
        assertThat(clock.weekBegins()).isEqualTo(weeks);
        assertThat(clock.calendar().wireName()).isEqualTo(calendar);
        assertThat(clock.daysPerYear()).isEqualTo(days);
        assertThat(Arrays.stream(times).boxed()).allMatch(clock::isOnGrid);
        assertThat(ClockFinder.otherStep(times, Timeframe.of(timeframe))).isEmpty();
    }

    /** Every first time of a row, by the simplest reading; Python's and the vendors' own libraries read them so. */
    private static long[] times(String file) throws IOException {
        Path path = CASES.resolve(file);
        assumeTrue(Files.exists(path), "skipped: shared/cases does not lie beside the project");
        String text = Files.readString(path);
        if (file.endsWith(".json")) {
            return Pattern.compile("\"t\": (?:\"([^\"]+)\"|(\\d+))")
                    .matcher(text)
                    .results()
                    .mapToLong(m -> m.group(2) == null
                            ? OffsetDateTime.parse(m.group(1)).toInstant().toEpochMilli()
                            : Long.parseLong(m.group(2)))
                    .toArray();
        }
        return Arrays.stream(text.split("\\R"))
                .skip(1)
                .map(line -> line.split(",")[0])
                .mapToLong(ClockCasesTest::time)
                .toArray();
    }

    private static long time(String text) {
        if (text.matches("\\d+")) {
            return text.length() > 10 ? Long.parseLong(text) : Long.parseLong(text) * 1000;
        }
        var parts = ISO.matcher(text);
        assertThat(parts.matches()).isTrue();
        LocalTime at = parts.group(2) == null ? LocalTime.MIDNIGHT : LocalTime.parse(parts.group(2));
        ZoneOffset offset = parts.group(3) == null ? ZoneOffset.UTC : ZoneOffset.of(parts.group(3));
        return LocalDate.parse(parts.group(1)).atTime(at).toInstant(offset).toEpochMilli();
    }
}
