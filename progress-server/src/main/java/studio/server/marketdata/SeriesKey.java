package studio.server.marketdata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.model.market.Timeframe;
import studio.model.problem.FieldError;

/**
 * Names one series.
 *
 * @param exchange 1..40 letters, digits, dots, dashes or underscores, beginning with a letter or digit
 * @param symbol 1..40 of the same, with slashes, colons and the signs of vendors besides, such as {@code ^GSPC}, {@code CL=F}
 */
public record SeriesKey(String exchange, String symbol, Timeframe timeframe) {
    private static final Pattern EXCHANGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9^.$][A-Za-z0-9._:/^=&+-]{0,39}");
    private static final String EXCHANGE_RULE =
            "must be 1 to 40 letters, digits, '.', '-' or '_', beginning with a letter or digit, such as binance";
    private static final String SYMBOL_RULE =
            "must be 1 to 40 letters, digits, '/', ':', '.', '-', '_', '^', '=', '&' or '+', such as BTC/USDT, ^GSPC or CL=F";

    /**
     * @throws IllegalArgumentException naming what is wrong
     */
    public SeriesKey {
        List<FieldError> errors = check(exchange, symbol, timeframe.wireName());
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(errors.get(0).message());
        }
    }

    /** Everything that is wrong with the three names, one entry a field; empty when they name a series. */
    public static List<FieldError> check(
            @Nullable String exchange, @Nullable String symbol, @Nullable String timeframe) {
        List<FieldError> errors = new ArrayList<>();
        if (exchange == null || !EXCHANGE.matcher(exchange).matches()) {
            errors.add(new FieldError("exchange", told("exchange", exchange) + EXCHANGE_RULE));
        }
        if (symbol == null || !SYMBOL.matcher(symbol).matches()) {
            errors.add(new FieldError("symbol", told("symbol", symbol) + SYMBOL_RULE));
        }
        if (timeframe == null || Timeframe.find(timeframe).isEmpty()) {
            errors.add(new FieldError(
                    "timeframe",
                    told("timeframe", timeframe) + "must be one of " + String.join(", ", Timeframe.wireNames())));
        }
        return errors;
    }

    private static String told(String field, @Nullable String value) {
        return value == null
                ? field + " is missing and "
                : field + " '" + value.substring(0, Math.min(40, value.length())) + "' ";
    }
}
