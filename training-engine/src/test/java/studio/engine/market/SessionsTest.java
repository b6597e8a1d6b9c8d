package studio.engine.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.model.market.CandleQuality;
import studio.model.market.MarketCalendar;
import studio.model.market.SeriesClock;
import studio.model.market.Timeframe;

/** What sessions do to gaps, quality, longer candles. */
class SessionsTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final SeriesClock HOURS =
            new SeriesClock(Timeframe.H1, NEW_YORK, 0, 570, 1440, DayOfWeek.MONDAY, MarketCalendar.US_EQUITY, 252);

    /** Calendars of nyse.com: 29 November 2024 closed at 13:00, the 28th was Thanksgiving; clocks changed on the 3rd. */
    @ParameterizedTest
    @CsvSource({
        // after,                before,                expected
        "2024-11-01T19:30:00Z, 2024-11-04T14:30:00Z, 0",
        "2024-11-01T19:30:00Z, 2024-11-04T15:30:00Z, 1",
        "2024-11-27T20:30:00Z, 2024-11-29T14:30:00Z, 0",
        "2024-11-29T17:30:00Z, 2024-12-02T14:30:00Z, 0",
        "2024-11-29T16:30:00Z, 2024-12-02T14:30:00Z, 1",
        "2024-11-26T20:30:00Z, 2024-11-29T14:30:00Z, 7",
    })
    void nights_weekends_holidays_and_early_closings_are_no_gaps(Instant after, Instant before, long expected) {
        assertThat(TradingCalendar.of(HOURS).expectedBetween(after.toEpochMilli(), before.toEpochMilli()))
                .isEqualTo(expected);
    }

    @Test
    void the_market_is_open_in_its_session_alone() {
        TradingCalendar calendar = TradingCalendar.of(HOURS);

        assertThat(calendar.isOpen(millis("2024-07-01T13:30:00Z"))).isTrue();
        assertThat(calendar.isOpen(millis("2024-07-01T13:29:59Z"))).isFalse();
        assertThat(calendar.isOpen(millis("2024-07-01T19:59:59Z"))).isTrue();
        assertThat(calendar.isOpen(millis("2024-07-01T20:00:00Z"))).isFalse();
        assertThat(calendar.isOpen(millis("2024-07-04T15:00:00Z"))).isFalse();
        assertThat(calendar.isOpen(millis("2024-07-06T15:00:00Z"))).isFalse();
    }

    @Test
    void hours_become_the_days_of_their_sessions_and_weeks_from_monday() {
        Candles hours = hours(LocalDate.of(2024, 2, 5), 60, new Random(1));

        Candles days = Resampler.resample(hours, Timeframe.D1).candles();
        Candles weeks = Resampler.resample(hours, Timeframe.W1).candles();
        Candles weeksOfDays = Resampler.resample(days, Timeframe.W1).candles();

        List<LocalDate> dates = tradingDates(LocalDate.of(2024, 2, 5), 60);
        assertThat(days.size()).isEqualTo(dates.size());
        for (int d = 0; d < dates.size(); d++) {
            long start = dates.get(d).atStartOfDay(NEW_YORK).toInstant().toEpochMilli();
            assertThat(days.time()[d]).isEqualTo(start);
            assertThat(days.open()[d]).isEqualTo(hours.open()[7 * d]);
            assertThat(days.close()[d]).isEqualTo(hours.close()[7 * d + 6]);
            assertThat(days.volume()[d]).isEqualTo(7);
        }
        assertThat(weeks.time()[0])
                .isEqualTo(LocalDate.of(2024, 2, 5)
                        .atStartOfDay(NEW_YORK)
                        .toInstant()
                        .toEpochMilli());
        assertThat(weeks).usingRecursiveComparison().isEqualTo(weeksOfDays);
        assertThat(CandleQualityMeter.measure(days).gaps()).isZero();
    }

    @Test
    void longer_candles_begin_with_the_session_all_year() {
        Candles hours = hours(LocalDate.of(2024, 2, 5), 60, new Random(1));

        Candles pairs = Resampler.resample(hours, Timeframe.H2).candles();

        for (long time : pairs.time()) {
            LocalTime shown = Instant.ofEpochMilli(time).atZone(NEW_YORK).toLocalTime();
            assertThat(shown)
                    .isIn(LocalTime.of(9, 30), LocalTime.of(11, 30), LocalTime.of(13, 30), LocalTime.of(15, 30));
        }
        assertThat(CandleQualityMeter.measure(pairs).missingCandles()).isZero();
    }

    @Test
    void days_of_a_currency_run_from_evening_to_evening() {
        SeriesClock clock =
                new SeriesClock(Timeframe.H1, NEW_YORK, 1020, 0, 1440, DayOfWeek.MONDAY, MarketCalendar.FX, 260);
        List<Long> times = new ArrayList<>();
        for (LocalDate date = LocalDate.of(2024, 3, 4);
                date.isBefore(LocalDate.of(2024, 3, 23));
                date = date.plusDays(1)) {
            if (date.getDayOfWeek().getValue() <= 5) {
                for (int hour = 0; hour < 24; hour++) {
                    times.add(date.minusDays(1)
                                    .atTime(17, 0)
                                    .atZone(NEW_YORK)
                                    .toInstant()
                                    .toEpochMilli()
                            + hour * 3_600_000L);
                }
            }
        }

        Candles days = Resampler.resample(walk(clock, times, new Random(2), 0.001), Timeframe.D1)
                .candles();

        assertThat(days.size()).isEqualTo(15);
        assertThat(Instant.ofEpochMilli(days.time()[0])).isEqualTo(Instant.parse("2024-03-03T22:00:00Z"));
        assertThat(Instant.ofEpochMilli(days.time()[14])).isEqualTo(Instant.parse("2024-03-21T21:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "10,  1, 1, 1", // 10:1 over a weekend
        "10,  2, 1, 1", // overnight
        "0.1, 1, 1, 1", // ten shares merged into one
        "1,   1, 0, 0",
        "1.1, 1, 0, 0", // a bad morning
    })
    void a_split_over_hours_without_trade_is_an_outlier_and_suspected(
            double ratio, int weekday, long outliers, long splits) {
        for (int seed = 0; seed < 20; seed++) {
            Candles hours = hours(LocalDate.of(2024, 2, 5), 120, new Random(seed));
            int at = 0;
            while (at < 300
                    || Instant.ofEpochMilli(hours.time()[at])
                                    .atZone(NEW_YORK)
                                    .getDayOfWeek()
                                    .getValue()
                            != weekday) {
                at += 7;
            }

            CandleQuality quality = CandleQualityMeter.measure(divided(hours, at, hours.size(), ratio));

            assertThat(quality.outliers()).as("seed %s", seed).isEqualTo(outliers);
            assertThat(quality.suspectedSplits()).as("seed %s", seed).isEqualTo(splits);
        }
    }

    @Test
    void a_day_a_hundred_times_too_high_is_no_split() {
        Candles days = Resampler.resample(hours(LocalDate.of(2023, 2, 6), 400, new Random(4)), Timeframe.D1)
                .candles();

        CandleQuality quality = CandleQualityMeter.measure(divided(days, 200, 201, 0.01));

        assertThat(quality.outliers()).isEqualTo(2);
        assertThat(quality.suspectedSplits()).isZero();
    }

    /** Coinbase, ETH/USD on 15 April 2017: opened at 74.98 after 48.53, closed at 48.94. */
    @Test
    void an_open_that_its_own_candle_takes_back_is_no_split() {
        Candles days = Resampler.resample(hours(LocalDate.of(2023, 2, 6), 400, new Random(4)), Timeframe.D1)
                .candles();
        days.open()[200] = 1.5 * days.close()[199];
        days.high()[200] = days.open()[200];

        assertThat(CandleQualityMeter.measure(days).suspectedSplits()).isZero();
    }

    /** From one bar to another all prices by a ratio. */
    private static Candles divided(Candles c, int from, int to, double ratio) {
        double[][] columns = {
            c.open().clone(), c.high().clone(), c.low().clone(), c.close().clone()
        };
        for (double[] column : columns) {
            for (int i = from; i < to; i++) {
                column[i] /= ratio;
            }
        }
        return new Candles(c.clock(), c.time(), columns[0], columns[1], columns[2], columns[3], c.volume());
    }

    private static Candles hours(LocalDate from, int days, Random random) {
        List<Long> times = new ArrayList<>();
        for (LocalDate date : tradingDates(from, days)) {
            for (int hour = 0; hour < 7; hour++) {
                times.add(date.atTime(9, 30)
                        .plusHours(hour)
                        .atZone(NEW_YORK)
                        .toInstant()
                        .toEpochMilli());
            }
        }
        return walk(HOURS, times, random, 0.004);
    }

    /** From nyse.com: what is closed in February to June 2024 and 2023; days that close early are none of these. */
    private static List<LocalDate> tradingDates(LocalDate from, int days) {
        List<LocalDate> closed = List.of(
                LocalDate.of(2024, 2, 19),
                LocalDate.of(2024, 3, 29),
                LocalDate.of(2024, 5, 27),
                LocalDate.of(2024, 6, 19),
                LocalDate.of(2023, 2, 20),
                LocalDate.of(2023, 4, 7));
        return from.datesUntil(from.plusDays(days))
                .filter(date -> date.getDayOfWeek().getValue() <= 5 && !closed.contains(date))
                .toList();
    }

    private static Candles walk(SeriesClock clock, List<Long> times, Random random, double step) {
        int n = times.size();
        double[][] c = new double[5][n];
        double price = 100;
        for (int i = 0; i < n; i++) {
            c[0][i] = price * (1 + step / 2 * random.nextGaussian());
            price = c[0][i] * (1 + step * random.nextGaussian());
            c[3][i] = price;
            c[1][i] = Math.max(c[0][i], price) * 1.001;
            c[2][i] = Math.min(c[0][i], price) / 1.001;
            c[4][i] = 1;
        }
        return new Candles(clock, times.stream().mapToLong(Long::longValue).toArray(), c[0], c[1], c[2], c[3], c[4]);
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
