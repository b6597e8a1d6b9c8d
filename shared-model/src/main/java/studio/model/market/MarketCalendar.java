package studio.model.market;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** When a market trades: decides which absent candles are missing, and how many returns a year has. */
public enum MarketCalendar {
    /** Every minute of the year, as crypto exchanges do. */
    ALWAYS("always", 365),
    /** The regular sessions of the New York Stock Exchange, 09:30 to 16:00 New York time. */
    US_EQUITY("us_equity", 252),
    /** Foreign exchange: Sunday 17:00 to Friday 17:00 New York time. */
    FX("fx", 260),
    /**
     * Monday to Friday, of an exchange whose holidays are not known: up to four of these days in a row without a candle
     * are taken for holidays.
     */
    WEEKDAYS("weekdays", 260);

    private static final List<String> EQUITY_NAMES = List.of("equity", "nyse", "nasdaq", "arca");
    private static final List<String> FX_NAMES = List.of("dukascopy", "forex", "oanda", "fxcm");

    private final String wireName;
    private final int daysPerYear;

    MarketCalendar(String wireName, int daysPerYear) {
        this.wireName = wireName;
        this.daysPerYear = daysPerYear;
    }

    /** Trading days of a usual year. */
    public int daysPerYear() {
        return daysPerYear;
    }

    /** The name on the wire and in the database. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The constant of that wire name; empty when there is none. */
    public static Optional<MarketCalendar> find(String wireName) {
        return Arrays.stream(values()).filter(v -> v.wireName.equals(wireName)).findFirst();
    }

    /** The constant of that wire name; throws {@code IllegalArgumentException} naming the allowed ones. */
    @JsonCreator
    public static MarketCalendar of(String wireName) {
        return find(wireName)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + wireName + "' is not one of " + String.join(", ", wireNames())));
    }

    /** All wire names in declaration order. */
    public static List<String> wireNames() {
        return Arrays.stream(values()).map(MarketCalendar::wireName).toList();
    }

    /**
     * What the exchange's name says: shares where the exchange's name holds equity, nyse, nasdaq or
     * arca, foreign exchange where it holds dukascopy, forex, oanda or fxcm; empty where it says nothing.
     */
    public static Optional<MarketCalendar> named(String exchange) {
        String name = exchange.toLowerCase(Locale.ROOT);
        if (EQUITY_NAMES.stream().anyMatch(name::contains)) {
            return Optional.of(US_EQUITY);
        }
        return FX_NAMES.stream().anyMatch(name::contains) ? Optional.of(FX) : Optional.empty();
    }

    /** What a series is taken for when neither its times nor anybody says: {@link #named}, else a market that never closes. */
    public static MarketCalendar usual(String exchange) {
        return named(exchange).orElse(ALWAYS);
    }
}
