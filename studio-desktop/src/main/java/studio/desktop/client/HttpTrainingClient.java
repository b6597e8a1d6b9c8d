package studio.desktop.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import studio.model.job.EventPage;
import studio.model.job.JobDetail;
import studio.model.job.JobPage;
import studio.model.job.JobPatch;
import studio.model.job.StartRequest;
import studio.model.job.TrialPage;
import studio.model.json.StudioJson;
import studio.model.market.CandleColumns;
import studio.model.market.SeriesList;
import studio.model.market.Timeframe;
import studio.model.problem.Problem;
import studio.model.progress.EtaScorecard;
import studio.model.progress.ProgressList;
import studio.model.progress.ProgressSnapshot;
import studio.model.result.Configuration;
import studio.model.result.ConfigurationList;
import studio.model.result.JobResults;
import studio.model.strategy.StrategyList;
import studio.model.system.Health;
import studio.model.system.PreflightReport;
import studio.model.system.VersionInfo;

/** {@link TrainingClient} over HTTP. Thread-safe; one for a server, kept as long as it is spoken to. */
public final class HttpTrainingClient implements TrainingClient {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private static final int NOT_MODIFIED = 304;

    private final AtomicReference<@Nullable LastList> lastList = new AtomicReference<>();
    private final OkHttpClient http;
    private final HttpUrl base;
    private final JsonMapper json = StudioJson.lenient();

    /**
     * @param server e.g. {@code http://127.0.0.1:8080}; a path is kept as prefix
     * @throws IllegalArgumentException when it is no http or https address
     */
    public HttpTrainingClient(URI server) {
        this(server, null);
    }

    /**
     * @param token sent with every request to that server and nowhere else; null when it demands none
     */
    public HttpTrainingClient(URI server, @Nullable String token) {
        HttpUrl url = HttpUrl.get(server.toString());
        this.base = url.newBuilder().addPathSegments("api/v2").build();
        this.http = new OkHttpClient.Builder()
                // Certificates are read only for a server that shows one: on loopback that is half a second of a start.
                .connectionSpecs(List.of(url.isHttps() ? ConnectionSpec.MODERN_TLS : ConnectionSpec.CLEARTEXT))
                .connectTimeout(CONNECT)
                .readTimeout(ANSWER)
                .writeTimeout(ANSWER)
                // A redirect could carry the token to another server; ours sends none.
                .followRedirects(false)
                .addInterceptor(chain -> chain.proceed(
                        token == null || token.isBlank()
                                ? chain.request()
                                : chain.request()
                                        .newBuilder()
                                        .header("Authorization", "Bearer " + token.strip())
                                        .build()))
                .build();
    }

    @Override
    public JobDetail start(StartRequest request) {
        return create(path("training", "start"), request, JobDetail.class);
    }

    @Override
    public PreflightReport preflight(StartRequest request) {
        return read(
                new Request.Builder().url(path("training", "preflight")).post(body(request)), PreflightReport.class);
    }

    @Override
    public ProgressSnapshot progress(String jobId) {
        return get(job(jobId, "progress"), ProgressSnapshot.class);
    }

    @Override
    public Optional<ProgressSnapshot> progressSince(String jobId, long knownVersion) {
        Request request = new Request.Builder()
                .url(job(jobId, "progress"))
                .header("If-None-Match", "\"" + knownVersion + "\"")
                .build();
        return exchange(http, request, response -> {
            if (response.code() == NOT_MODIFIED) {
                return Optional.empty();
            }
            return Optional.of(parse(response, ProgressSnapshot.class));
        });
    }

    @Override
    public ProgressList progress(List<String> jobIds) {
        HttpUrl url = path("training", "progress")
                .newBuilder()
                .addQueryParameter("job_ids", String.join(",", jobIds))
                .build();
        LastList last = lastList.get();
        Request.Builder request = new Request.Builder().url(url);
        if (last != null && last.url().equals(url)) {
            request.header("If-None-Match", last.tag());
        }
        return exchange(http, request.build(), response -> {
            if (response.code() == NOT_MODIFIED && last != null) {
                return last.list();
            }
            ProgressList list = parse(response, ProgressList.class);
            String tag = response.header("ETag");
            lastList.set(tag == null ? null : new LastList(url, tag, list));
            return list;
        });
    }

    /** What was answered last, and to what: the same question is answered without a body while nothing is new. */
    private record LastList(HttpUrl url, String tag, ProgressList list) {}

    @Override
    public JobPage jobs(JobQuery query) {
        HttpUrl.Builder url = path("training", "jobs")
                .newBuilder()
                .addQueryParameter("sort", query.sort())
                .addQueryParameter("limit", Integer.toString(query.limit()));
        query.filters().forEach((name, value) -> {
            if (!value.isEmpty()) {
                url.addQueryParameter(name, value);
            }
        });
        if (query.cursor() != null) {
            url.addQueryParameter("cursor", query.cursor());
        }
        return get(url.build(), JobPage.class);
    }

    @Override
    public JobDetail job(String jobId) {
        return get(path("training", "jobs", jobId), JobDetail.class);
    }

    @Override
    public JobResults results(String jobId) {
        return get(job(jobId, "results"), JobResults.class);
    }

    @Override
    public TrialPage trials(String jobId, int after, int limit) {
        HttpUrl url = job(jobId, "trials")
                .newBuilder()
                .addQueryParameter("after", Integer.toString(after))
                .addQueryParameter("limit", Integer.toString(limit))
                .build();
        return get(url, TrialPage.class);
    }

    @Override
    public EventPage events(String jobId, long after) {
        HttpUrl url = job(jobId, "events")
                .newBuilder()
                .addQueryParameter("after", Long.toString(after))
                .build();
        return get(url, EventPage.class);
    }

    @Override
    public JobDetail cancel(String jobId) {
        return read(new Request.Builder().url(job(jobId, "cancel")).post(emptyBody()), JobDetail.class);
    }

    @Override
    public JobDetail rerun(String jobId) {
        return create(job(jobId, "rerun"), null, JobDetail.class);
    }

    @Override
    public JobDetail patch(String jobId, JobPatch patch) {
        return read(new Request.Builder().url(path("training", "jobs", jobId)).patch(body(patch)), JobDetail.class);
    }

    @Override
    public void delete(String jobId) {
        remove(path("training", "jobs", jobId));
    }

    void remove(HttpUrl url) {
        Request request = new Request.Builder().url(url).delete().build();
        exchange(http, request, response -> {
            requireSuccess(response);
            return true;
        });
    }

    @Override
    public StrategyList strategies() {
        return get(path("strategies"), StrategyList.class);
    }

    @Override
    public ConfigurationList configurations(Map<String, String> filters, int limit) {
        HttpUrl.Builder url = path("configurations").newBuilder().addQueryParameter("limit", Integer.toString(limit));
        filters.forEach((name, value) -> {
            if (!value.isEmpty()) {
                url.addQueryParameter(name, value);
            }
        });
        return get(url.build(), ConfigurationList.class);
    }

    @Override
    public Configuration configuration(String configId) {
        return get(path("configurations", configId), Configuration.class);
    }

    @Override
    public SeriesList series() {
        return get(path("market-data"), SeriesList.class);
    }

    @Override
    public CandleColumns candles(
            String exchange,
            String symbol,
            Timeframe timeframe,
            @Nullable Instant from,
            @Nullable Instant to,
            int maxPoints) {
        HttpUrl.Builder url = series(path("market-data", "candles"), exchange, symbol, timeframe)
                .addQueryParameter("max_points", Integer.toString(maxPoints));
        if (from != null) {
            url.addQueryParameter("from", from.toString());
        }
        if (to != null) {
            url.addQueryParameter("to", to.toString());
        }
        return get(url.build(), CandleColumns.class);
    }

    @Override
    public MarketDataClient marketData() {
        return new HttpMarketDataClient(this, http);
    }

    @Override
    public StrategyClient written() {
        return new HttpStrategyClient(this);
    }

    @Override
    public Health ready() {
        // A server that is not ready says so with 503 and the same document.
        return exchange(http, new Request.Builder().url(path("health", "ready")).build(), response -> {
            if (response.code() == 503 && isPlainJson(response)) {
                return json.readValue(text(response), Health.class);
            }
            return parse(response, Health.class);
        });
    }

    @Override
    public EtaScorecard etaScorecard() {
        return get(path("eta", "scorecard"), EtaScorecard.class);
    }

    @Override
    public VersionInfo version() {
        return get(path("version"), VersionInfo.class);
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    /** A creating POST: its key makes sure that a retry after a broken connection makes nothing a second time. */
    <T> T create(HttpUrl url, @Nullable Object body, Class<T> type) {
        Request request = new Request.Builder()
                .url(url)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(body == null ? emptyBody() : body(body))
                .build();
        try {
            return exchange(http, request, response -> parse(response, type));
        } catch (ServerUnreachableException once) {
            return exchange(http, request, response -> parse(response, type));
        }
    }

    <T> T get(HttpUrl url, Class<T> type) {
        return read(new Request.Builder().url(url), type);
    }

    <T> T read(Request.Builder request, Class<T> type) {
        return exchange(http, request.build(), response -> parse(response, type));
    }

    <T> T exchange(OkHttpClient client, Request request, Answer<T> answer) {
        try (Response response = client.newCall(request).execute()) {
            return answer.read(response);
        } catch (JsonProcessingException e) {
            throw new ServerUnreachableException(
                    base.host() + ":" + base.port() + " answered something that is not Strategy Studio's", e);
        } catch (IOException e) {
            throw new ServerUnreachableException(
                    "no answer from " + base.host() + ":" + base.port() + " (" + e.getMessage() + ")", e);
        }
    }

    <T> T parse(Response response, Class<T> type) throws IOException {
        requireSuccess(response);
        return json.readValue(text(response), type);
    }

    void requireSuccess(Response response) throws IOException {
        if (response.isSuccessful()) {
            return;
        }
        String body = text(response);
        try {
            Problem problem = json.readValue(body, Problem.class);
            if (problem != null && problem.detail() != null) {
                throw new ServerRefusedException(problem);
            }
        } catch (JsonProcessingException notAProblem) {
            // Something between us and the server answered; its status is all there is to tell.
        }
        throw new ServerRefusedException(new Problem(
                "about:blank",
                response.message(),
                response.code(),
                "the server answered " + response.code() + " " + response.message(),
                null,
                null));
    }

    static String text(Response response) throws IOException {
        ResponseBody body = response.body();
        return body.string();
    }

    private static boolean isPlainJson(Response response) {
        String type = response.header("Content-Type");
        return type != null && type.startsWith("application/json");
    }

    RequestBody body(Object value) {
        try {
            return RequestBody.create(json.writeValueAsBytes(value), JSON);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value, e);
        }
    }

    static RequestBody emptyBody() {
        return RequestBody.create(new byte[0], null);
    }

    private HttpUrl job(String jobId, String last) {
        return path("training", "jobs", jobId, last);
    }

    HttpUrl path(String... segments) {
        HttpUrl.Builder url = base.newBuilder();
        for (String segment : segments) {
            url.addPathSegment(segment);
        }
        return url.build();
    }

    static HttpUrl.Builder series(HttpUrl url, String exchange, String symbol, Timeframe timeframe) {
        return url.newBuilder()
                .addQueryParameter("exchange", exchange)
                .addQueryParameter("symbol", symbol)
                .addQueryParameter("timeframe", timeframe.wireName());
    }

    @FunctionalInterface
    interface Answer<T> {
        T read(Response response) throws IOException;
    }
}
