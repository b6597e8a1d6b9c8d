package studio.server.marketdata.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;

/** Answers as Binance, Coinbase or Kraken does, from candles that are a function of their time, with faults on request. */
public final class MockExchange extends Dispatcher implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final long step;
    private final long first;
    private final long last;
    private final List<Long> holes;
    private final Deque<MockResponse> faults = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private double raisedBy;

    /**
     * @param holes open times at which there is no candle
     */
    public MockExchange(Instant first, Instant last, long step, List<Instant> holes) {
        this.first = first.toEpochMilli();
        this.last = last.toEpochMilli();
        this.step = step;
        this.holes = holes.stream().map(Instant::toEpochMilli).toList();
        server.setDispatcher(this);
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return server.url("/").toString();
    }

    /** The next request gets this instead of candles; faults queue up. */
    public synchronized MockExchange fail(MockResponse response) {
        faults.add(response);
        return this;
    }

    public MockExchange fail(int status, String body) {
        return fail(new MockResponse.Builder().code(status).body(body).build());
    }

    /** The next request's connection is cut while the answer is on its way. */
    public MockExchange cut(SocketEffect how) {
        return fail(new MockResponse.Builder()
                .body(binance(first, last, 1000))
                .onResponseBody(how)
                .build());
    }

    /** From now on every close is higher by so much, as if the exchange had corrected its figures. */
    public synchronized void revise(double by) {
        raisedBy = by;
    }

    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
        HttpUrl url = request.getUrl();
        asked.add(request.getTarget());
        if (!faults.isEmpty()) {
            return faults.remove();
        }
        String body = switch (url.pathSegments().get(url.pathSegments().size() - 1)) {
            case "klines" -> binance(number(url, "startTime"), number(url, "endTime"), 1000);
            case "candles" -> coinbase(number(url, "start") * 1000, number(url, "end") * 1000);
            case "OHLC" -> kraken(number(url, "since") * 1000 + 1000);
            default -> throw new IllegalStateException("asked for " + url);
        };
        return new MockResponse.Builder().body(body).build();
    }

    private static long number(HttpUrl url, String name) {
        return Long.parseLong(String.valueOf(url.queryParameter(name)));
    }

    private LongStream times(long from, long to) {
        long begin = Math.max(first, from);
        return LongStream.iterate(begin, time -> time <= Math.min(last, to), time -> time + step)
                .filter(time -> !holes.contains(time));
    }

    private String binance(long from, long to, int limit) {
        return times(from, to)
                .limit(limit)
                .mapToObj(t -> String.format(
                        Locale.ROOT,
                        "[%d,\"%s\",\"%s\",\"%s\",\"%s\",\"2.5\",%d,\"1\",7,\"1\",\"1\",\"0\"]",
                        t,
                        open(t),
                        open(t) + 3 + raisedBy,
                        open(t) - 2,
                        close(t),
                        t + step - 1))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String coinbase(long from, long to) {
        List<String> rows = new ArrayList<>(times(from, to)
                .mapToObj(t -> String.format(
                        Locale.ROOT,
                        "{\"start\":\"%d\",\"low\":\"%s\",\"high\":\"%s\",\"open\":\"%s\",\"close\":\"%s\",\"volume\":\"2.5\"}",
                        t / 1000,
                        open(t) - 2,
                        open(t) + 3,
                        open(t),
                        close(t)))
                .toList());
        java.util.Collections.reverse(rows);
        return "{\"candles\":[" + String.join(",", rows) + "]}";
    }

    private String kraken(long since) {
        long from = Math.max(since, last - 719 * step);
        return times(from, last)
                .mapToObj(t -> String.format(
                        Locale.ROOT,
                        "[%d,\"%s\",\"%s\",\"%s\",\"%s\",\"0\",\"2.5\",7]",
                        t / 1000,
                        open(t),
                        open(t) + 3,
                        open(t) - 2,
                        close(t)))
                .collect(Collectors.joining(
                        ",", "{\"error\":[],\"result\":{\"XXBTZUSD\":[", "],\"last\":" + last / 1000 + "}}"));
    }

    /** What the candle of that time opens at. */
    public double open(long time) {
        return 100 + Math.floorMod(time / step, 50);
    }

    private double close(long time) {
        return open(time) + 1 + raisedBy;
    }

    @Override
    public void close() {
        server.close();
    }
}
