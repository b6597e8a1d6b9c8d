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
    ALWAYS("always"),
    /** The regular sessions of the New York Stock Exchange, 09:30 to 16:00 New York time. */
    US_EQUITY("us_equity"),
    /** Foreign exchange: Sunday 17:00 to Friday 17:00 New York time. */
    FX("fx");

    private static final List<String> EQUITY_NAMES = List.of("equity", "nyse", "nasdaq", "arca");
    private static final List<String> FX_NAMES = List.of("dukascopy", "forex", "oanda", "fxcm");

    private final String wireName;

    MarketCalendar(String wireName) {
        this.wireName = wireName;
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
     * What a new series is taken for when nobody says: shares where the exchange's name holds equity, nyse, nasdaq or
     * arca, foreign exchange where it holds dukascopy, forex, oanda or fxcm, else a market that never closes.
     */
    public static MarketCalendar usual(String exchange) {
        String name = exchange.toLowerCase(Locale.ROOT);
        if (EQUITY_NAMES.stream().anyMatch(name::contains)) {
            return US_EQUITY;
        }
        return FX_NAMES.stream().anyMatch(name::contains) ? FX : ALWAYS;
    }
}
