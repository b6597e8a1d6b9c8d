package studio.desktop.fakes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.desktop.client.MarketDataClient;
import studio.model.job.JobStatus;
import studio.model.market.BackfillReport;
import studio.model.market.BackfillRequest;
import studio.model.market.ClockBasis;
import studio.model.market.DataTask;
import studio.model.market.DataTaskKind;
import studio.model.market.DataTaskList;
import studio.model.market.ExchangeInfo;
import studio.model.market.ExchangeList;
import studio.model.market.FileLayout;
import studio.model.market.FoundClock;
import studio.model.market.ImportPreview;
import studio.model.market.ImportReport;
import studio.model.market.PreviewRow;
import studio.model.market.RejectedLine;
import studio.model.market.ResampleReport;
import studio.model.market.ResampleRequest;
import studio.model.market.SeriesClock;
import studio.model.market.Timeframe;

/** A server's market data in memory; what was asked of it is remembered. */
public final class FakeMarketDataClient implements MarketDataClient {
    private static final FoundClock CLOCK = FoundClock.of(SeriesClock.utc(Timeframe.M5), ClockBasis.TIMES, 0L);
    private static final Instant START = Instant.parse("2026-03-02T13:00:00Z");
    private static final List<RejectedLine> REJECTED = List.of(
            new RejectedLine(17, "low 101.0 is above high 99.0"),
            new RejectedLine(
                    4011,
                    "time 'n/a' is neither an epoch in seconds to nanoseconds nor a date that can be read one way only"));

    public final List<String> calls = new ArrayList<>();
    public final List<DataTask> tasks = new ArrayList<>();
    public @Nullable RuntimeException failure;

    private void called(String what) {
        calls.add(what);
        RuntimeException fails = failure;
        if (fails != null) {
            throw fails;
        }
    }

    @Override
    public ImportPreview preview(Upload upload) {
        called("preview " + upload.exchange() + " " + upload.symbol() + " "
                + upload.timeframe().wireName());
        return new ImportPreview(
                upload.exchange(),
                upload.symbol(),
                upload.timeframe(),
                new FileLayout(
                        "gzip",
                        "csv",
                        "comma",
                        true,
                        List.of("timestamp", "open", "high", "low", "close", "volume"),
                        "epoch milliseconds",
                        List.of(),
                        null),
                Timeframe.M5,
                30_612,
                0,
                43,
                "mixed",
                2,
                REJECTED,
                START.minus(Duration.ofDays(100)),
                START,
                IntStream.range(0, 50)
                        .mapToObj(i -> new PreviewRow(
                                i + 2,
                                START.plusSeconds(300L * i),
                                428.12 + i,
                                429.5 + i,
                                427 + i,
                                428.9 + i,
                                3.25 * i))
                        .toList(),
                CLOCK);
    }

    @Override
    public ImportReport importFile(Upload upload) {
        called("import " + upload.exchange() + " " + upload.symbol() + " "
                + upload.timeframe().wireName() + " " + (upload.taskId() == null ? "" : "with an id"));
        upload.sent().accept(upload.length());
        return report(upload.exchange(), upload.symbol(), upload.timeframe());
    }

    private static ImportReport report(String exchange, String symbol, Timeframe timeframe) {
        return new ImportReport(
                exchange,
                symbol,
                timeframe,
                30_612,
                30_610,
                0,
                0,
                0,
                43,
                "mixed",
                2,
                REJECTED,
                START,
                START,
                null,
                "task1234",
                CLOCK);
    }

    @Override
    public void removeSeries(String exchange, String symbol, Timeframe timeframe) {
        called("remove " + exchange + " " + symbol + " " + timeframe.wireName());
    }

    @Override
    public ExchangeList exchanges() {
        called("exchanges");
        return new ExchangeList(List.of(
                new ExchangeInfo("binance", List.of(Timeframe.values()), ""),
                new ExchangeInfo(
                        "kraken",
                        List.of(Timeframe.M5, Timeframe.H1, Timeframe.D1),
                        "Kraken offers only the newest 720 candles of each timeframe.")));
    }

    @Override
    public DataTask backfill(BackfillRequest request) {
        called("backfill " + request.exchange() + " " + request.symbol() + " "
                + (request.timeframe() == null ? "-" : request.timeframe().wireName()) + " " + request.from() + " "
                + request.to() + " " + request.refetch());
        DataTask task = task("fetch" + tasks.size(), DataTaskKind.BACKFILL, JobStatus.RUNNING, 37.0, null);
        tasks.add(0, task);
        return task;
    }

    /** A task of Bitcoin on Binance. */
    public static DataTask task(
            String id, DataTaskKind kind, JobStatus status, @Nullable Double percentage, @Nullable String error) {
        boolean done = status == JobStatus.COMPLETED;
        return new DataTask(
                id,
                kind,
                status,
                "binance",
                "BTC/USDT",
                Timeframe.M5,
                START,
                START,
                status.isEnded() ? START.plusSeconds(40) : null,
                percentage,
                26_400,
                "Fetching from binance…",
                null,
                error,
                done && kind == DataTaskKind.IMPORT ? report("binance", "BTC/USDT", Timeframe.M5) : null,
                done && kind == DataTaskKind.BACKFILL
                        ? new BackfillReport(START, START, 1001, 3, 998, 998, 0, 0, 0, 4, 1, START)
                        : null,
                4);
    }

    @Override
    public ResampleReport resample(ResampleRequest request) {
        called("resample " + request.symbol() + " " + request.to());
        return new ResampleReport("binance", "BTC/USDT", Timeframe.M5, Timeframe.H1, 71_769, 5_980, 0, 0, 1);
    }

    @Override
    public DataTaskList tasks(int limit) {
        called("tasks");
        return new DataTaskList(List.copyOf(tasks));
    }

    @Override
    public DataTask task(String taskId) {
        called("task " + taskId);
        return tasks.stream().filter(t -> t.taskId().equals(taskId)).findFirst().orElseThrow();
    }

    @Override
    public DataTask cancelTask(String taskId) {
        called("cancel " + (taskId.length() == 32 ? "the import" : taskId));
        return task("x", DataTaskKind.BACKFILL, JobStatus.CANCELLING, 37.0, null);
    }

    @Override
    public String rejections(String taskId) {
        called("rejections " + taskId);
        return "line,reason\n17,\"low 101.0 is above high 99.0\"\n";
    }
}
