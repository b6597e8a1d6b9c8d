package studio.server.marketdata.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import studio.model.market.Timeframe;

/**
 * Kraken: {@code GET /0/public/OHLC}. It always answers with the newest 720 candles at most, whatever was asked for; what
 * is older cannot be had there. Its weeks begin on Thursday, so that weekly candles are left out.
 */
record Kraken() implements CandleExchange {
    private static final List<Timeframe> TIMEFRAMES =
            List.of(Timeframe.M1, Timeframe.M5, Timeframe.M15, Timeframe.M30, Timeframe.H1, Timeframe.H4, Timeframe.D1);
    /** Its own names of two currencies. */
    private static final Map<String, String> NAMES = Map.of("BTC", "XBT", "DOGE", "XDG");

    @Override
    public String name() {
        return "kraken";
    }

    @Override
    public List<Timeframe> timeframes() {
        return TIMEFRAMES;
    }

    @Override
    public String note() {
        return "Kraken offers only the newest 720 candles of each timeframe.";
    }

    @Override
    public Duration spacing() {
        return Duration.ofSeconds(1);
    }

    @Override
    public HttpUrl url(HttpUrl base, String symbol, Timeframe timeframe, long from, long to) {
        StringBuilder pair = new StringBuilder();
        for (String currency : symbol.split("[/-]")) {
            pair.append(NAMES.getOrDefault(currency, currency));
        }
        // "since" leaves out a candle that opens just then.
        return base.newBuilder()
                .addPathSegments("0/public/OHLC")
                .addQueryParameter("pair", pair.toString())
                .addQueryParameter(
                        "interval", Long.toString(timeframe.duration().toMinutes()))
                .addQueryParameter("since", Long.toString(from / 1000 - 1))
                .build();
    }

    @Override
    public JsonNode candles(JsonNode answer) throws ExchangeException {
        JsonNode error = answer.path("error").path(0);
        if (error.isTextual()) {
            String text = error.textValue();
            boolean busy = text.contains("Rate limit") || text.contains("Too many") || text.startsWith("EService");
            throw busy
                    ? ExchangeException.passing("kraken answered " + text, null, null)
                    : ExchangeException.refused("kraken answered " + text);
        }
        for (Map.Entry<String, JsonNode> entry : answer.path("result").properties()) {
            if (entry.getValue().isArray()) {
                return entry.getValue();
            }
        }
        throw ExchangeException.passing("kraken answered something that is no list of candles", null, null);
    }

    @Override
    public long settledBefore(long from, long to, Timeframe timeframe, int came, long lastCame) {
        return to + timeframe.millis();
    }
}
