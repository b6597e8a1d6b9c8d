package studio.server.marketdata.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Map;
import studio.model.market.ClockBasis;
import studio.model.market.FoundClock;
import studio.model.market.MarketCalendar;
import studio.model.market.SeriesClock;
import studio.model.market.Timeframe;

/** A series' clock in its row of {@code market_series}. */
final class ClockColumns {
    static final String NAMES = """
            clock_zone, clock_day_turns, clock_first_open, clock_session_minutes, clock_week_begins, clock_days_per_year,
            clock_basis
            """;

    private ClockColumns() {}

    /** The clock of a row that names these columns and its calendar; of an older one multiples of the timeframe in UTC. */
    static FoundClock read(ResultSet row, Timeframe timeframe) throws SQLException {
        MarketCalendar calendar = MarketCalendar.of(row.getString("calendar"));
        String zone = row.getString("clock_zone");
        if (zone == null) {
            ClockBasis basis = calendar == MarketCalendar.ALWAYS ? ClockBasis.ASSUMED : ClockBasis.OPTION;
            return FoundClock.of(SeriesClock.utc(timeframe, calendar), basis, null);
        }
        SeriesClock clock = new SeriesClock(
                timeframe,
                ZoneId.of(zone),
                row.getInt("clock_day_turns"),
                row.getInt("clock_first_open"),
                row.getInt("clock_session_minutes"),
                DayOfWeek.of(row.getInt("clock_week_begins")),
                calendar,
                row.getInt("clock_days_per_year"));
        return FoundClock.of(clock, ClockBasis.of(row.getString("clock_basis")), null);
    }

    static Map<String, Object> values(FoundClock found) {
        SeriesClock clock = found.clock();
        return Map.of(
                "zone", clock.zone().getId(),
                "dayTurns", clock.dayTurns(),
                "firstOpen", clock.firstOpen(),
                "sessionMinutes", clock.sessionMinutes(),
                "weekBegins", clock.weekBegins().getValue(),
                "daysPerYear", clock.daysPerYear(),
                "basis", found.basis().wireName());
    }
}
