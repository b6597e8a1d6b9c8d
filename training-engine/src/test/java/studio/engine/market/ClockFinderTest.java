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
import org.junit.jupiter.params.provider.ValueSource;
import studio.model.market.ClockBasis;
import studio.model.market.MarketCalendar;
import studio.model.market.SeriesClock;
import studio.model.market.Timeframe;

class ClockFinderTest {
    /** Open times as an exchange has them, told by java.time alone. */
    private record Market(
            ZoneId zone, LocalTime opens, int minutes, Timeframe timeframe, boolean newYorkHolidays, boolean weekends) {
        List<Long> times(LocalDate from, int days, Random random) {
            List<Long> times = new ArrayList<>();
            for (int day = 0; day < days; day++) {
                LocalDate date = from.plusDays(day);
                boolean weekend = date.getDayOfWeek().getValue() > 5;
                boolean holiday = newYorkHolidays ? holidays().contains(date) : random.nextInt(26) == 0;
                if (weekend && !weekends || holiday && !weekends) {
                    continue;
                }
                for (int minute = 0;
                        minute < minutes;
                        minute += (int) timeframe.duration().toMinutes()) {
                    times.add(date.atTime(opens)
                            .plusMinutes(minute)
                            .atZone(zone)
                            .toInstant()
                            .toEpochMilli());
                }
            }
            return times;
        }

        /** Of the years that the tests use; nyse.com, Holidays and Trading Hours. */
        private static List<LocalDate> holidays() {
            return List.of(
                    LocalDate.of(2022, 1, 17),
                    LocalDate.of(2022, 2, 21),
                    LocalDate.of(2022, 4, 15),
                    LocalDate.of(2022, 5, 30),
                    LocalDate.of(2022, 6, 20),
                    LocalDate.of(2022, 7, 4),
                    LocalDate.of(2022, 9, 5),
                    LocalDate.of(2022, 11, 24),
                    LocalDate.of(2022, 12, 26),
                    LocalDate.of(2023, 1, 2),
                    LocalDate.of(2023, 1, 16),
                    LocalDate.of(2023, 2, 20),
                    LocalDate.of(2023, 4, 7));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 09:30, 390, 1h,  us_equity, 252",
        "America/New_York, 09:30, 390, 5m,  us_equity, 252",
        "America/New_York, 09:30, 390, 30m, us_equity, 252",
        "America/New_York, 09:30, 390, 2h,  us_equity, 252",
        "America/New_York, 09:30, 390, 4h,  us_equity, 252",
        "America/New_York, 04:00, 960, 15m, us_equity, 252",
        "America/New_York, 04:00, 960, 1h,  us_equity, 252",
        "Europe/London,    08:00, 510, 1h,  weekdays,  252",
        "Europe/Berlin,    08:00, 840, 5m,  weekdays,  252",
        "Asia/Kolkata,     09:15, 375, 1h,  weekdays,  252",
        "Asia/Kolkata,     09:15, 375, 15m, weekdays,  252",
        "Asia/Tokyo,       09:00, 360, 30m, weekdays,  252",
        "Australia/Sydney, 10:00, 360, 1h,  weekdays,  252",
    })
    void hours_of_exchanges_are_found_through_summer_time_and_holidays(
            String zone, LocalTime opens, int minutes, String timeframe, String calendar, int days) {
        boolean newYork = zone.equals("America/New_York");
        for (int seed = 0; seed < 4; seed++) {
            Random random = new Random(seed);
            Market market = new Market(ZoneId.of(zone), opens, minutes, Timeframe.of(timeframe), newYork, false);
            List<Long> times = market.times(LocalDate.of(2022, 1, 3).plusDays(7L * seed), 400, random);
            // A feed that lost some candles; it has no early closings, so that nothing else is missing.
            List<Long> kept =
                    times.stream().filter(t -> random.nextInt(200) != 0).toList();

            SeriesClock clock = find(kept, timeframe, "somewhere").clock();

            assertThat(clock.zone()).isEqualTo(ZoneId.of(zone));
            assertThat(clock.firstOpen()).isEqualTo(opens.toSecondOfDay() / 60);
            assertThat(clock.calendar().wireName()).isEqualTo(calendar);
            assertThat(clock.daysPerYear()).isEqualTo(days);
            assertThat(kept).allMatch(clock::isOnGrid);
            assertThat(kept)
                    .allMatch(t -> clock.dayOf(t)
                            == Instant.ofEpochMilli(t)
                                    .atZone(ZoneId.of(zone))
                                    .toLocalDate()
                                    .toEpochDay());
            assertThat(missing(clock, kept)).isEqualTo(lost(times, kept));
        }
    }

    /** Candles that are gone from a day of which others are there, or from between two such days. */
    private static long lost(List<Long> all, List<Long> kept) {
        long first = kept.get(0);
        long last = kept.get(kept.size() - 1);
        return all.stream().filter(t -> t > first && t < last).count() - kept.size() + 2;
    }

    private static long missing(SeriesClock clock, List<Long> times) {
        TradingCalendar calendar = TradingCalendar.of(clock);
        long missing = 0;
        for (int i = 1; i < times.size(); i++) {
            missing += calendar.expectedBetween(times.get(i - 1), times.get(i));
        }
        return missing;
    }

    @ParameterizedTest
    @ValueSource(strings = {"5m", "1h", "4h"})
    void currencies_turn_their_day_at_17_in_new_york(String timeframe) {
        Timeframe length = Timeframe.of(timeframe);
        ZoneId newYork = ZoneId.of("America/New_York");
        List<Long> times = new ArrayList<>();
        for (LocalDate date = LocalDate.of(2023, 1, 9);
                date.isBefore(LocalDate.of(2023, 12, 20));
                date = date.plusDays(1)) {
            if (date.getDayOfWeek().getValue() <= 5) {
                for (int minute = 0;
                        minute < 1440;
                        minute += (int) length.duration().toMinutes()) {
                    times.add(date.minusDays(1)
                            .atTime(17, 0)
                            .plusMinutes(minute)
                            .atZone(newYork)
                            .toInstant()
                            .toEpochMilli());
                }
            }
        }

        ClockFinder.Found found = find(times, timeframe, "broker");

        assertThat(found.basis()).isEqualTo(ClockBasis.TIMES);
        assertThat(found.clock().calendar()).isEqualTo(MarketCalendar.FX);
        assertThat(found.clock().daysPerYear()).isEqualTo(260);
        assertThat(found.clock().dayTurns()).isEqualTo(17 * 60);
        assertThat(times).allMatch(found.clock()::isOnGrid);
        assertThat(missing(found.clock(), times)).isZero();
        assertThat(times.stream().map(found.clock()::dayOf).distinct().map(LocalDate::ofEpochDay))
                .hasSize(247)
                .allMatch(day -> day.getDayOfWeek().getValue() <= 5);
    }

    /** Sunday 22:00 to Friday 22:00 UTC in all seasons, as some brokers have it, in a fortnight or a year. */
    @ParameterizedTest
    @ValueSource(ints = {10, 250})
    void four_hours_of_a_broker_whose_day_begins_at_22_utc(int days) {
        List<Long> times = new ArrayList<>();
        for (LocalDate date = LocalDate.of(2024, 3, 4); times.size() < 6 * days; date = date.plusDays(1)) {
            for (int i = 0; i < 6 && date.getDayOfWeek().getValue() <= 5; i++) {
                times.add((date.toEpochDay() * 24 - 2 + 4 * i) * 3_600_000L);
            }
        }

        SeriesClock clock = find(times, "4h", "broker").clock();

        assertThat(times).allMatch(clock::isOnGrid);
        assertThat(clock.calendar()).isEqualTo(MarketCalendar.FX);
        assertThat(clock.daysPerYear()).isEqualTo(260);
        assertThat(times.stream().map(clock::dayOf).distinct()).hasSize(days);
    }

    /** A short candle each Sunday beside those of the weekdays, as Dukascopy has them in UTC. */
    @Test
    void sundays_of_a_currency_make_six_days_a_week() {
        List<Long> times = LocalDate.of(2024, 1, 8)
                .datesUntil(LocalDate.of(2024, 6, 1))
                .filter(date -> date.getDayOfWeek() != DayOfWeek.SATURDAY)
                .map(date -> date.toEpochDay() * 86_400_000L)
                .toList();

        SeriesClock clock = find(times, "1d", "broker").clock();

        assertThat(clock.calendar()).isEqualTo(MarketCalendar.FX);
        assertThat(clock.daysPerYear()).isEqualTo(313);
        assertThat(missing(clock, times)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1m", "5m", "1h", "4h", "1d", "1w"})
    void a_market_that_never_closes_keeps_to_utc_however_many_candles_it_lacks(String timeframe) {
        Timeframe length = Timeframe.of(timeframe);
        for (int seed = 0; seed < 5; seed++) {
            Random random = new Random(seed);
            long start = (1_640_000_000_000L / length.millis() + random.nextInt(1000)) * length.millis();
            long from = length == Timeframe.W1 ? start + 4 * 86_400_000L : start;
            long[] times = java.util.stream.LongStream.range(0, 20_000)
                    .filter(i -> random.nextInt(3) != 0)
                    .filter(i -> i < 4_000 || i > 4_700)
                    .map(i -> from + i * length.millis())
                    .toArray();

            SeriesClock clock =
                    ClockFinder.find(times, length, "somewhere", null).clock();

            assertThat(clock).isEqualTo(SeriesClock.utc(length));
        }
    }

    @Test
    void real_series_have_the_clocks_of_their_exchanges() {
        assertThat(clock("us-equity_SPY_1h.csv.gz", Timeframe.H1).calendar()).isEqualTo(MarketCalendar.US_EQUITY);
        assertThat(clock("us-equity_GOOGL_1d.csv", Timeframe.D1).calendar()).isEqualTo(MarketCalendar.US_EQUITY);
        assertThat(clock("us-equity_SPY_1m.csv", Timeframe.M1).calendar()).isEqualTo(MarketCalendar.US_EQUITY);
        assertThat(clock("dukascopy_EUR-USD_1h.csv.gz", Timeframe.H1).calendar())
                .isEqualTo(MarketCalendar.FX);
        assertThat(clock("binance_XRP-ETH_1m.csv", Timeframe.M1)).isEqualTo(SeriesClock.utc(Timeframe.M1));
        assertThat(clock("coinbase_ETH-USD_4h.csv.gz", Timeframe.H4)).isEqualTo(SeriesClock.utc(Timeframe.H4));
        assertThat(clock("bitfinex_BTC-USD_1m.dirty.csv.gz", Timeframe.M1)).isEqualTo(SeriesClock.utc(Timeframe.M1));
    }

    private static SeriesClock clock(String file, Timeframe timeframe) {
        return ClockFinder.find(SharedData.candles(file, timeframe).time(), timeframe, "somewhere", null)
                .clock();
    }

    @ParameterizedTest
    @CsvSource({"1h, 5m, 1h", "5m, 1h, 5m", "1d, 1h, 1d", "1d, 1w, 1d", "1w, 1d, 1w", "1m, 5m, 1m", "4h, 15m, 4h"})
    void times_of_another_timeframe_are_named(String real, String said, String named) {
        Timeframe length = Timeframe.of(real);
        long[] times = java.util.stream.LongStream.range(0, 200)
                .map(i -> 1_704_067_200_000L + i * length.millis())
                .toArray();

        assertThat(ClockFinder.otherStep(times, Timeframe.of(said)).map(OtherStep::timeframe))
                .contains(Timeframe.of(named));
        assertThat(ClockFinder.otherStep(times, length)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "600,     5m, 'Most of the times are 10 minutes apart, not 5m, and no timeframe is.'",
        "1,       1m, 'Most of the times are 1.0 seconds apart, not 1m, and no timeframe is.'",
        "2592000, 1w, 'Most of the times are 30 days apart, not 1w, and no timeframe is.'",
    })
    void steps_of_no_timeframe_are_named(long seconds, String said, String sentence) {
        long[] times = java.util.stream.LongStream.range(0, 40)
                .map(i -> 1_704_067_200_000L + i * seconds * 1000)
                .toArray();

        assertThat(ClockFinder.otherStep(times, Timeframe.of(said)).map(other -> other.sentence(Timeframe.of(said))))
                .contains(sentence);
    }

    @Test
    void a_thin_series_is_not_taken_for_longer_candles() {
        Random random = new Random(1);
        long[] times = java.util.stream.LongStream.range(0, 3_000)
                .filter(i -> random.nextInt(10) == 0)
                .map(i -> 1_704_067_200_000L + i * 300_000L)
                .toArray();

        assertThat(ClockFinder.otherStep(times, Timeframe.M5)).isEmpty();
    }

    @Test
    void nothing_is_made_of_a_few_candles_or_none() {
        assertThat(ClockFinder.find(new long[0], Timeframe.H1, "binance", null).clock())
                .isEqualTo(SeriesClock.utc(Timeframe.H1));
        ClockFinder.Found found =
                ClockFinder.find(new long[] {1_704_067_200_000L, 1_704_070_800_000L}, Timeframe.H1, "binance", null);
        assertThat(found).isEqualTo(new ClockFinder.Found(SeriesClock.utc(Timeframe.H1), ClockBasis.ASSUMED));
        assertThat(ClockFinder.find(new long[] {1_704_067_333_000L}, Timeframe.H1, "binance", null)
                        .clock())
                .isEqualTo(SeriesClock.utc(Timeframe.H1));
    }

    @Test
    void the_analysts_calendar_is_kept() {
        long[] days = java.util.stream.LongStream.range(0, 300)
                .map(i -> 1_704_067_200_000L + i * 86_400_000L)
                .toArray();

        ClockFinder.Found found = ClockFinder.find(days, Timeframe.D1, "nasdaq", MarketCalendar.ALWAYS);

        assertThat(found.basis()).isEqualTo(ClockBasis.OPTION);
        assertThat(found.clock()).isEqualTo(SeriesClock.utc(Timeframe.D1));
    }

    private static ClockFinder.Found find(List<Long> times, String timeframe, String exchange) {
        long[] all = times.stream().mapToLong(Long::longValue).toArray();
        return ClockFinder.find(all, Timeframe.of(timeframe), exchange, null);
    }
}
