package studio.desktop.client;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import studio.model.market.BackfillRequest;
import studio.model.market.DataTask;
import studio.model.market.DataTaskList;
import studio.model.market.ExchangeList;
import studio.model.market.ImportChoices;
import studio.model.market.ImportPreview;
import studio.model.market.ImportReport;
import studio.model.market.ResampleReport;
import studio.model.market.ResampleRequest;
import studio.model.market.Timeframe;

/** {@link MarketDataClient} over HTTP. Thread-safe. */
final class HttpMarketDataClient implements MarketDataClient {
    private static final MediaType CSV = MediaType.get("text/csv");
    /** A year of one-minute candles may take longer to be stored than any other answer. */
    private static final Duration IMPORT = Duration.ofMinutes(30);

    private final HttpTrainingClient client;
    private final OkHttpClient patient;

    HttpMarketDataClient(HttpTrainingClient client, OkHttpClient http) {
        this.client = client;
        this.patient =
                http.newBuilder().readTimeout(IMPORT).writeTimeout(IMPORT).build();
    }

    @Override
    public ImportPreview preview(Upload upload) {
        return send(upload, true, ImportPreview.class);
    }

    @Override
    public ImportReport importFile(Upload upload) {
        return send(upload, false, ImportReport.class);
    }

    private <T> T send(Upload upload, boolean dryRun, Class<T> type) {
        HttpUrl.Builder url = HttpTrainingClient.series(
                client.path("market-data", "import"), upload.exchange(), upload.symbol(), upload.timeframe());
        if (upload.calendar() != null) {
            url.addQueryParameter("calendar", upload.calendar().wireName());
        }
        addChoices(url, upload.choices());
        if (upload.taskId() != null && !dryRun) {
            url.addQueryParameter("task_id", upload.taskId());
        }
        if (dryRun) {
            url.addQueryParameter("dry_run", "true");
        }
        Request request = new Request.Builder()
                .url(url.build())
                .post(new UploadBody(upload))
                .build();
        return client.exchange(patient, request, response -> client.parse(response, type));
    }

    private static void addChoices(HttpUrl.Builder url, ImportChoices choices) {
        add(url, "map", choices.map());
        add(url, "date_format", choices.dateFormat());
        add(url, "zone", choices.zone());
        add(url, "decimal", choices.decimal());
        add(url, "adjusted", choices.adjusted() ? "true" : null);
        add(url, "symbol_in_file", choices.symbolInFile());
        add(url, "file_in_zip", choices.fileInZip());
    }

    private static void add(HttpUrl.Builder url, String name, @Nullable String value) {
        if (value != null) {
            url.addQueryParameter(name, value);
        }
    }

    @Override
    public ExchangeList exchanges() {
        return client.get(client.path("market-data", "exchanges"), ExchangeList.class);
    }

    @Override
    public DataTask backfill(BackfillRequest request) {
        return client.read(
                new Request.Builder()
                        .url(client.path("market-data", "backfill"))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .post(client.body(request)),
                DataTask.class);
    }

    @Override
    public ResampleReport resample(ResampleRequest request) {
        Request post = new Request.Builder()
                .url(client.path("market-data", "resample"))
                .post(client.body(request))
                .build();
        return client.exchange(patient, post, response -> client.parse(response, ResampleReport.class));
    }

    @Override
    public void removeSeries(String exchange, String symbol, Timeframe timeframe) {
        Request request = new Request.Builder()
                .url(HttpTrainingClient.series(client.path("market-data"), exchange, symbol, timeframe)
                        .build())
                .delete()
                .build();
        client.exchange(patient, request, response -> {
            client.requireSuccess(response);
            return true;
        });
    }

    @Override
    public DataTaskList tasks(int limit) {
        HttpUrl url = client.path("market-data", "tasks")
                .newBuilder()
                .addQueryParameter("limit", Integer.toString(limit))
                .build();
        return client.get(url, DataTaskList.class);
    }

    @Override
    public DataTask task(String taskId) {
        return client.get(client.path("market-data", "tasks", taskId), DataTask.class);
    }

    @Override
    public DataTask cancelTask(String taskId) {
        return client.read(
                new Request.Builder()
                        .url(client.path("market-data", "tasks", taskId, "cancel"))
                        .post(HttpTrainingClient.emptyBody()),
                DataTask.class);
    }

    @Override
    public String rejections(String taskId) {
        Request request = new Request.Builder()
                .url(client.path("market-data", "tasks", taskId, "rejections"))
                .build();
        return client.exchange(patient, request, response -> {
            client.requireSuccess(response);
            return HttpTrainingClient.text(response);
        });
    }

    /** A file's bytes, told as they go. */
    private static final class UploadBody extends RequestBody {
        private static final int PIECE = 1 << 16;
        private final Upload upload;

        UploadBody(Upload upload) {
            this.upload = upload;
        }

        @Override
        public MediaType contentType() {
            return CSV;
        }

        @Override
        public long contentLength() {
            return upload.length();
        }

        /** An import is not begun a second time behind the analyst's back. */
        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            try (InputStream bytes = upload.open().open()) {
                byte[] piece = new byte[PIECE];
                long sent = 0;
                for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
                    sink.write(piece, 0, read);
                    sent += read;
                    upload.sent().accept(sent);
                }
            }
        }
    }
}
