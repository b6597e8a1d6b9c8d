package studio.server.marketdata.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import studio.model.market.ExchangeInfo;
import studio.model.market.SeriesClock;
import studio.model.market.Timeframe;
import studio.server.marketdata.file.CandleFile;
import studio.server.marketdata.file.UnusableFileException;
import studio.server.marketdata.sql.NewCandle;

/**
 * Asks one exchange: keeps its rate limit, waits as long as it says, tries again what may succeed, and reads its answers by
 * the same rules as files. Thread-safe.
 */
public final class CandleFetcher {
    private static final int MOST_TRIES = 8;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    /** An exchange that wants a longer pause than this is given up. */
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(10);

    private static final long LARGEST_ANSWER = 20_000_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final CandleExchange exchange;
    private final HttpUrl base;
    private final OkHttpClient http;
    private final InstantSource clock;
    private Instant free = Instant.EPOCH;

    CandleFetcher(CandleExchange exchange, HttpUrl base, OkHttpClient http, InstantSource clock) {
        this.exchange = exchange;
        this.base = base;
        this.http = http;
        this.clock = clock;
    }

    public ExchangeInfo info() {
        return new ExchangeInfo(exchange.name(), exchange.timeframes(), exchange.note());
    }

    /**
     * The first candles from an open time on. A candle that is not over yet is left out.
     *
     * @param from open time, epoch milliseconds UTC
     * @param to last open time wanted
     * @throws ExchangeException when the exchange refuses, or keeps failing
     */
    public FetchedPage fetch(String symbol, Timeframe timeframe, long from, long to, Pause pause)
            throws ExchangeException {
        HttpUrl url = exchange.url(base, symbol, timeframe, from, to);
        Duration wait = FIRST_WAIT;
        for (int tries = 1; ; tries++) {
            pause.pause(untilFree());
            try {
                Answer answer = ask(url);
                return page(answer, timeframe, from, to, tries);
            } catch (ExchangeException e) {
                Duration asked = e.retryAfter();
                if (!e.isWorthRetrying()
                        || tries == MOST_TRIES
                        || asked != null && asked.compareTo(LONGEST_RETRY_AFTER) > 0) {
                    throw e;
                }
                pause.pause(asked == null ? wait : asked);
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
            }
        }
    }

    /** Takes the next free moment for a request, and says how far away it is. */
    private synchronized Duration untilFree() {
        Instant now = clock.instant();
        Instant mine = free.isAfter(now) ? free : now;
        free = mine.plus(exchange.spacing());
        return Duration.between(now, mine);
    }

    /**
     * @param time by the exchange's own clock where it is behind ours: what is over there is over
     */
    private record Answer(JsonNode json, Instant time) {}

    private Answer ask(HttpUrl url) throws ExchangeException {
        Request request = new Request.Builder()
                .url(url)
                .header("Accept", "application/json")
                .build();
        try (Response response = http.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw Refusals.of(exchange.name(), response, clock.instant());
            }
            String text = response.peekBody(LARGEST_ANSWER).string();
            JsonNode json = JSON.readTree(text);
            if (json == null || !json.isContainerNode()) {
                throw broken("no list of candles", null);
            }
            Instant now = clock.instant();
            java.util.Date date = response.headers().getDate("Date");
            return new Answer(json, date == null || date.toInstant().isAfter(now) ? now : date.toInstant());
        } catch (JsonProcessingException e) {
            throw broken("damaged JSON", e);
        } catch (IOException e) {
            throw ExchangeException.passing(
                    exchange.name() + " at " + url.host() + " cannot be reached: " + e.getMessage(), null, e);
        }
    }

    private ExchangeException broken(String what, @org.jspecify.annotations.Nullable Throwable cause) {
        return ExchangeException.passing(exchange.name() + " answered " + what, null, cause);
    }

    private FetchedPage page(Answer answer, Timeframe timeframe, long from, long to, int requests)
            throws ExchangeException {
        byte[] list = exchange.candles(answer.json()).toString().getBytes(StandardCharsets.UTF_8);
        List<NewCandle> candles = new ArrayList<>();
        SeriesClock grid = SeriesClock.utc(timeframe);
        try {
            CandleFile file = new CandleFile(new ByteArrayInputStream(list), timeframe);
            for (Optional<NewCandle> next = file.next(); next.isPresent(); next = file.next()) {
                if (grid.isOnGrid(next.get().time())) {
                    candles.add(next.get());
                } else {
                    file.reject(next.get(), Instant.ofEpochMilli(next.get().time()) + " is off the grid");
                }
            }
            if (candles.isEmpty() && file.rejected() > 0) {
                throw broken("no usable candle: " + file.rejections().get(0).reason(), null);
            }
            candles.sort(Comparator.comparingLong(NewCandle::time));
            long last =
                    candles.isEmpty() ? from : candles.get(candles.size() - 1).time();
            int came = (int) file.read();
            long over = answer.time().toEpochMilli() - timeframe.millis();
            candles.removeIf(c -> c.time() < from || c.time() > to || c.time() > over);
            return new FetchedPage(
                    candles,
                    // Never less than one step on, whatever the exchange answers: the end is always reached.
                    Math.max(from + timeframe.millis(), exchange.settledBefore(from, to, timeframe, came, last)),
                    file.rejected(),
                    requests);
        } catch (UnusableFileException e) {
            throw broken("something unreadable: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail", e);
        }
    }
}
