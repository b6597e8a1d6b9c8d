package studio.model.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.model.json.StudioJson;

class SeriesClockTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final long DAY = 86_400_000L;

    /** The rule that held before series had clocks: multiples since 1970 in UTC, weeks from Monday. */
    @ParameterizedTest
    @EnumSource(Timeframe.class)
    void candles_in_utc_open_at_multiples_of_their_timeframe(Timeframe timeframe) {
        SeriesClock clock = SeriesClock.utc(timeframe);
        long monday = timeframe == Timeframe.W1 ? 4 * DAY : 0;
        Random random = new Random(7);

        for (int i = 0; i < 2_000; i++) {
            long time = (long) (random.nextDouble() * 4e12);
            long open = Math.floorDiv(time - monday, timeframe.millis()) * timeframe.millis() + monday;

            assertThat(clock.floor(time)).isEqualTo(open);
            assertThat(clock.isOnGrid(open)).isTrue();
            assertThat(clock.isOnGrid(open + 60_000)).isEqualTo(timeframe == Timeframe.M1);
            assertThat(clock.next(open)).isEqualTo(open + timeframe.millis());
            assertThat(clock.dayOf(time)).isEqualTo(time / DAY);
            assertThat(clock.dayStart(clock.dayOf(time))).isEqualTo(time / DAY * DAY);
            assertThat(clock.plusDays(time, 3.25)).isEqualTo(time + 280_800_000L);
        }
    }

    /** 17:00 in New York is 22:00 UTC in winter and 21:00 in summer; clocks changed on 10 March and 3 November 2024. */
    @ParameterizedTest
    @CsvSource({
        "2024-03-07T22:00:00Z, 2024-03-08, 2024-03-08T22:00:00Z",
        "2024-03-09T22:00:00Z, 2024-03-10, 2024-03-10T21:00:00Z",
        "2024-03-10T21:00:00Z, 2024-03-11, 2024-03-11T21:00:00Z",
        "2024-11-02T21:00:00Z, 2024-11-03, 2024-11-03T22:00:00Z",
        "2024-11-03T22:00:00Z, 2024-11-04, 2024-11-04T22:00:00Z",
    })
    void a_currency_day_begins_in_new_york_on_the_evening_before(Instant open, LocalDate day, Instant next) {
        SeriesClock clock = days(17 * 60, 0);

        assertThat(clock.isOnGrid(open.toEpochMilli())).isTrue();
        assertThat(clock.dayOf(open.toEpochMilli())).isEqualTo(day.toEpochDay());
        assertThat(clock.dayOf(open.toEpochMilli() - 1)).isEqualTo(day.toEpochDay() - 1);
        assertThat(clock.next(open.toEpochMilli())).isEqualTo(next.toEpochMilli());
        assertThat(clock.slotsBetween(open.toEpochMilli(), next.toEpochMilli())).isZero();
    }

    @Test
    void days_stamped_with_the_opening_belong_to_their_date() {
        SeriesClock clock = days(0, 570);

        long open = Instant.parse("2024-07-01T13:30:00Z").toEpochMilli();

        assertThat(clock.isOnGrid(open)).isTrue();
        assertThat(clock.isOnGrid(open + 3_600_000)).isFalse();
        assertThat(clock.dayOf(open)).isEqualTo(LocalDate.of(2024, 7, 1).toEpochDay());
        assertThat(clock.floor(open - 1))
                .isEqualTo(Instant.parse("2024-06-30T13:30:00Z").toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({"THURSDAY, 2024-01-04", "SUNDAY, 2024-01-07", "MONDAY, 2024-01-01"})
    void weeks_begin_on_their_day(DayOfWeek begins, LocalDate date) {
        SeriesClock clock =
                new SeriesClock(Timeframe.W1, ZoneId.of("UTC"), 0, 0, 1440, begins, MarketCalendar.ALWAYS, 365);
        long open = date.toEpochDay() * DAY;

        assertThat(clock.isOnGrid(open)).isTrue();
        assertThat(clock.isOnGrid(open + DAY)).isFalse();
        assertThat(clock.floor(open + 6 * DAY)).isEqualTo(open);
        assertThat(clock.next(open)).isEqualTo(open + 7 * DAY);
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 0, 570",
        "America/New_York, 1020, 0",
        "Europe/London, 0, 480",
        "Australia/Sydney, 0, 600",
        "Asia/Kolkata, 0, 555",
        "America/Sao_Paulo, 0, 0",
    })
    void candles_follow_each_other_through_every_change_of_the_clocks(String zone, int turns, int open) {
        for (Timeframe timeframe : Timeframe.values()) {
            SeriesClock clock = new SeriesClock(
                    timeframe, ZoneId.of(zone), turns, open, 1440, DayOfWeek.MONDAY, MarketCalendar.ALWAYS, 365);
            Random random = new Random(3);
            for (int i = 0; i < 400; i++) {
                long time = 1_400_000_000_000L + (long) (random.nextDouble() * 350_000_000_000L);
                long at = clock.floor(time);

                assertThat(at).isLessThanOrEqualTo(time);
                assertThat(clock.next(at)).isGreaterThan(time);
                assertThat(clock.isOnGrid(at)).isTrue();
                assertThat(clock.isOnGrid(clock.next(at))).isTrue();
            }
        }
    }

    @Test
    void a_clock_survives_json() throws JsonProcessingException {
        FoundClock found = FoundClock.of(days(1020, 0), ClockBasis.TIMES, 3L);

        String json = StudioJson.strict().writeValueAsString(found);

        assertThat(StudioJson.strict().readValue(json, FoundClock.class)).isEqualTo(found);
        assertThat(found.text())
                .isEqualTo(
                        "Days open at 17:00 America/New_York; 24/7, 365 days a year (found from the times), 3 trading"
                                + " days without a candle.");
    }

    private static SeriesClock days(int turns, int open) {
        return new SeriesClock(Timeframe.D1, NEW_YORK, turns, open, 1440, DayOfWeek.MONDAY, MarketCalendar.ALWAYS, 365);
    }
}
