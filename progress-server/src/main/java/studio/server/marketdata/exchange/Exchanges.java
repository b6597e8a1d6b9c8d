package studio.server.marketdata.exchange;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import studio.model.market.ExchangeInfo;
import studio.model.market.ExchangeList;

/** The exchanges that candles can be fetched from. Asks them nothing by itself. Thread-safe. */
public final class Exchanges implements AutoCloseable {
    private static final Map<String, String> ADDRESSES = Map.of(
            "binance", "https://api.binance.com",
            "binanceus", "https://api.binance.us",
            "coinbase", "https://api.coinbase.com",
            "kraken", "https://api.kraken.com");
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final Map<String, CandleExchange> exchanges = new LinkedHashMap<>();
    private final Map<String, CandleFetcher> fetchers = new ConcurrentHashMap<>();
    private final Function<String, @Nullable String> otherAddress;
    private final InstantSource clock;
    private final OkHttpClient http;

    /**
     * @param otherAddress where an exchange is to be asked instead of at its own address; null for there
     */
    public Exchanges(Function<String, @Nullable String> otherAddress, InstantSource clock) {
        this.otherAddress = otherAddress;
        this.clock = clock;
        this.http = new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .readTimeout(ANSWER)
                .callTimeout(ANSWER.multipliedBy(2))
                .build();
        for (CandleExchange exchange : List.of(
                new Binance("binance", ""),
                new Binance("binanceus", "For the United States; thinly traded, so that many candles have no volume."),
                new Coinbase(),
                new Kraken())) {
            exchanges.put(exchange.name(), exchange);
        }
    }

    /** All of them, with what they offer. */
    public ExchangeList list() {
        return new ExchangeList(exchanges.values().stream()
                .map(e -> new ExchangeInfo(e.name(), e.timeframes(), e.note()))
                .toList());
    }

    /** The exchange of that name; empty when there is none. */
    public Optional<CandleFetcher> find(String name) {
        CandleExchange exchange = exchanges.get(name);
        return exchange == null
                ? Optional.empty()
                // One for all tasks, since they share the exchange's rate limit.
                : Optional.of(
                        fetchers.computeIfAbsent(name, n -> new CandleFetcher(exchange, address(n), http, clock)));
    }

    private HttpUrl address(String name) {
        String other = otherAddress.apply(name);
        return HttpUrl.get(other == null ? ADDRESSES.getOrDefault(name, "") : other);
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
