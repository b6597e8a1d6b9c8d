package studio.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import studio.model.market.MarketCalendar;
import studio.model.market.SeriesClock;
import studio.model.market.Timeframe;

class CandleTimesTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final Formats formats = new Formats(Locale.UK, ZoneId.of("Europe/Berlin"));

    @Test
    void a_currencys_day_is_told_by_its_date_not_by_the_evening_before() {
        SeriesClock days =
                new SeriesClock(Timeframe.D1, NEW_YORK, 1020, 0, 1440, DayOfWeek.MONDAY, MarketCalendar.FX, 260);

        assertThat(formats.opened(days, Instant.parse("2024-03-03T22:00:00Z"))).isEqualTo("4 Mar 2024");
    }

    @Test
    void an_hour_of_an_exchange_is_told_by_its_clock() {
        SeriesClock hours =
                new SeriesClock(Timeframe.H1, NEW_YORK, 0, 570, 1440, DayOfWeek.MONDAY, MarketCalendar.US_EQUITY, 252);

        assertThat(formats.opened(hours, Instant.parse("2024-07-01T13:30:00Z")))
                .isEqualTo("1 Jul 2024, 09:30 America/New_York");
    }

    @Test
    void candles_in_utc_are_told_in_the_readers_zone() {
        assertThat(formats.opened(SeriesClock.utc(Timeframe.H1), Instant.parse("2024-07-01T13:00:00Z")))
                .isEqualTo("1 Jul 2024, 15:00");
    }
}
