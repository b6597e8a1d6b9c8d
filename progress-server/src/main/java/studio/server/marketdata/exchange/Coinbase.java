package studio.server.marketdata.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import studio.model.market.Timeframe;

/**
 * Coinbase Advanced Trade: {@code GET /api/v3/brokerage/market/products/{id}/candles}, at most 350 candles a request,
 * newest first, of a window of time.
 */
record Coinbase() implements CandleExchange {
    private static final int LIMIT = 350;
    private static final Map<Timeframe, String> GRANULARITIES = Map.of(
            Timeframe.M1, "ONE_MINUTE",
            Timeframe.M5, "FIVE_MINUTE",
            Timeframe.M15, "FIFTEEN_MINUTE",
            Timeframe.M30, "THIRTY_MINUTE",
            Timeframe.H1, "ONE_HOUR",
            Timeframe.H2, "TWO_HOUR",
            Timeframe.H4, "FOUR_HOUR",
            Timeframe.H6, "SIX_HOUR",
            Timeframe.D1, "ONE_DAY");

    @Override
    public String name() {
        return "coinbase";
    }

    @Override
    public List<Timeframe> timeframes() {
        return GRANULARITIES.keySet().stream().sorted().toList();
    }

    @Override
    public String note() {
        return "";
    }

    @Override
    public Duration spacing() {
        return Duration.ofMillis(200);
    }

    @Override
    public HttpUrl url(HttpUrl base, String symbol, Timeframe timeframe, long from, long to) {
        return base.newBuilder()
                .addPathSegments("api/v3/brokerage/market/products")
                .addPathSegment(symbol.replace('/', '-'))
                .addPathSegment("candles")
                .addQueryParameter("start", Long.toString(from / 1000))
                .addQueryParameter("end", Long.toString(windowEnd(from, to, timeframe) / 1000))
                .addQueryParameter("granularity", Objects.requireNonNull(GRANULARITIES.get(timeframe)))
                .addQueryParameter("limit", Integer.toString(LIMIT))
                .build();
    }

    private static long windowEnd(long from, long to, Timeframe timeframe) {
        return Math.min(to, from + (LIMIT - 1) * timeframe.millis());
    }

    @Override
    public JsonNode candles(JsonNode answer) throws ExchangeException {
        JsonNode candles = answer.path("candles");
        if (!candles.isArray()) {
            throw ExchangeException.passing("coinbase answered something that is no list of candles", null, null);
        }
        return candles;
    }

    @Override
    public long settledBefore(long from, long to, Timeframe timeframe, int came, long lastCame) {
        return windowEnd(from, to, timeframe) + timeframe.millis();
    }
}
