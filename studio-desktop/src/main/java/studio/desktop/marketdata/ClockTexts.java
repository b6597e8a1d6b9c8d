package studio.desktop.marketdata;

import java.time.ZoneOffset;
import java.util.Locale;
import studio.desktop.fx.Texts;
import studio.model.market.SeriesClock;

/** A series' clock in a line: market hours, zone, first open of a day, days of a year. */
final class ClockTexts {
    private ClockTexts() {}

    static String of(SeriesClock clock) {
        int opens = (clock.dayTurns() + clock.firstOpen()) % SeriesClock.WHOLE_DAY;
        return Texts.get(
                "marketdata.clock",
                Texts.get("marketdata.calendar." + clock.calendar().wireName()),
                String.format(Locale.ROOT, "%02d:%02d", opens / 60, opens % 60),
                clock.zone().equals(ZoneOffset.UTC) ? "UTC" : clock.zone().getId(),
                clock.daysPerYear());
    }
}
