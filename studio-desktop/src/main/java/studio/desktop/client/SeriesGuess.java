package studio.desktop.client;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.model.market.Timeframe;

/** What a file's name says of its series; empty texts where it says nothing. */
public record SeriesGuess(String exchange, String symbol, String timeframe) {
    private static final Pattern PARTS =
            Pattern.compile("([A-Za-z0-9.-]+?)_([A-Za-z0-9]+-[A-Za-z0-9]+|[A-Za-z0-9]+)_(\\w+?)(?:[_.].*)?");
    private static final Pattern DUMP = Pattern.compile("([A-Z0-9]{5,})-(\\d+[mhdw])(?:-.*)?\\..*");
    private static final List<String> QUOTES =
            List.of("USDT", "USDC", "BUSD", "TUSD", "FDUSD", "USD", "EUR", "GBP", "TRY", "BTC", "ETH", "BNB");

    /** {@code binance_BTC-USDT_5m.csv.gz}, and Binance's own {@code BTCUSDT-1m-2024-01.zip}. */
    public static SeriesGuess of(String fileName) {
        Matcher parts = PARTS.matcher(fileName);
        if (parts.matches() && Timeframe.find(parts.group(3)).isPresent()) {
            return new SeriesGuess(
                    parts.group(1).toLowerCase(Locale.ROOT), parts.group(2).replace('-', '/'), parts.group(3));
        }
        Matcher dump = DUMP.matcher(fileName);
        if (dump.matches() && Timeframe.find(dump.group(2)).isPresent()) {
            return new SeriesGuess("binance", pair(dump.group(1)), dump.group(2));
        }
        return new SeriesGuess("", "", "");
    }

    private static String pair(String symbol) {
        return QUOTES.stream()
                .filter(quote -> symbol.endsWith(quote) && symbol.length() > quote.length())
                .findFirst()
                .map(quote -> symbol.substring(0, symbol.length() - quote.length()) + "/" + quote)
                .orElse(symbol);
    }
}
