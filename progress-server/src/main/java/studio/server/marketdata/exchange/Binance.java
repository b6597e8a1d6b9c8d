package studio.server.marketdata.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import okhttp3.HttpUrl;
import studio.model.market.Timeframe;

/**
 * Binance and Binance.US, which share their interface: {@code GET /api/v3/klines}, at most 1,000 candles a request, the
 * first ones from {@code startTime} on, so that times without candles cost nothing.
 */
record Binance(String name, String note) implements CandleExchange {
    private static final int LIMIT = 1000;

    @Override
    public List<Timeframe> timeframes() {
        return List.of(Timeframe.values());
    }

    @Override
    public Duration spacing() {
        return Duration.ofMillis(200);
    }

    @Override
    public HttpUrl url(HttpUrl base, String symbol, Timeframe timeframe, long from, long to) {
        return base.newBuilder()
                .addPathSegments("api/v3/klines")
                .addQueryParameter("symbol", symbol.replaceAll("[/-]", ""))
                .addQueryParameter("interval", timeframe.wireName())
                .addQueryParameter("startTime", Long.toString(from))
                .addQueryParameter("endTime", Long.toString(to))
                .addQueryParameter("limit", Integer.toString(LIMIT))
                .build();
    }

    @Override
    public JsonNode candles(JsonNode answer) throws ExchangeException {
        if (!answer.isArray()) {
            throw ExchangeException.passing(name + " answered something that is no list of candles", null, null);
        }
        return answer;
    }

    @Override
    public long settledBefore(long from, long to, Timeframe timeframe, int came, long lastCame) {
        return came < LIMIT ? to + timeframe.millis() : lastCame + timeframe.millis();
    }
}
