package studio.server.marketdata.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import okhttp3.HttpUrl;
import studio.model.market.Timeframe;

/** What is different about an exchange. Implementations are immutable. */
interface CandleExchange {
    /** As series and requests name it. */
    String name();

    /** Those whose candles open where ours do. */
    List<Timeframe> timeframes();

    /** What an analyst should know, in a sentence; empty where there is nothing. */
    String note();

    /** At least this long between the beginnings of two requests. */
    Duration spacing();

    /**
     * The request for the first candles from an open time on.
     *
     * @param symbol as we write it, e.g. BTC/USDT
     * @param from open time, epoch milliseconds UTC
     * @param to last open time wanted; later candles may come all the same
     */
    HttpUrl url(HttpUrl base, String symbol, Timeframe timeframe, long from, long to);

    /**
     * The list of candles in an answer with a good status.
     *
     * @throws ExchangeException when the answer is a refusal, or not what the exchange is known to answer
     */
    JsonNode candles(JsonNode answer) throws ExchangeException;

    /** Open time up to which one request settles what the exchange has, given the last candle's that came; exclusive. */
    long settledBefore(long from, long to, Timeframe timeframe, int came, long lastCame);
}
