package studio.server.marketdata;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.model.job.JobStatus;
import studio.model.market.FoundClock;
import studio.model.market.ImportPreview;
import studio.model.market.ImportReport;
import studio.server.marketdata.file.CandleFile;
import studio.server.marketdata.sql.CandleWriter;
import studio.server.marketdata.sql.DataTaskRepository;
import studio.server.marketdata.sql.NewCandle;
import studio.server.marketdata.sql.StoreOrder;
import studio.server.marketdata.sql.StoredCandles;
import studio.server.marketdata.sql.TaskCompletion;

/** Takes files while they are sent, as tasks with progress that can be cancelled; or only says what is in them. Thread-safe. */
public final class FileImports {
    private static final Logger LOG = LoggerFactory.getLogger(FileImports.class);
    private static final int REPORTED = 100;

    private final CandleWriter writer;
    private final DataTaskRepository tasks;
    private final InstantSource clock;

    public FileImports(CandleWriter writer, DataTaskRepository tasks, InstantSource clock) {
        this.writer = writer;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** What an import would take. The stream is read to its end; nothing is stored. */
    public ImportPreview preview(SeriesKey key, ImportWish wish, InputStream bytes) throws IOException {
        PreviewReader reader = new PreviewReader(key);
        CandleFile file = new CandleFile(bytes, key.timeframe(), wish.options());
        ClockedCandles clocked = new ClockedCandles(
                        file, key, () -> writer.heldTimes(key), wish.calendar(), file::reject)
                .refusingNone();
        for (Optional<NewCandle> next = clocked.next(); next.isPresent(); next = clocked.next()) {
            reader.take(next.get());
        }
        return reader.preview(file, firstOf(file), clocked);
    }

    /**
     * Takes the candles of a file as {@link MarketDataService#importCsv} does, and keeps a task of it.
     *
     * @param length bytes of the stream, where known
     * @throws TaskLostException when it was cancelled; nothing is stored then
     */
    public ImportReport take(String taskId, SeriesKey key, ImportWish wish, InputStream bytes, OptionalLong length)
            throws IOException {
        tasks.startImport(taskId, key, clock.instant());
        ImportTelling telling = new ImportTelling(tasks, taskId, clock, length);
        try {
            return take(taskId, key, wish, new CountingStream(bytes, telling::read), telling);
        } catch (TaskLostException e) {
            tasks.end(taskId, 0, JobStatus.CANCELLED, null, clock.instant());
            throw e;
        } catch (IOException | RuntimeException e) {
            fail(taskId, e);
            throw e;
        }
    }

    private ImportReport take(String taskId, SeriesKey key, ImportWish wish, InputStream bytes, ImportTelling telling)
            throws IOException {
        CandleFile file = new CandleFile(bytes, key.timeframe(), wish.options());
        ClockedCandles clocked =
                new ClockedCandles(file, key, () -> writer.heldTimes(key), wish.calendar(), file::reject);
        // The report is made in the storing's transaction, for the task, and again here for whoever sent the file.
        StoreOrder order = new StoreOrder(key, null, "import", telling.began());
        TaskCompletion completion = new TaskCompletion(
                taskId,
                telling.began(),
                stored -> report(key, file, clocked.found(), stored, taskId),
                file::rejections);
        StoredCandles stored = writer.store(order, clocked, telling::taken, completion);
        return report(key, file, clocked.found(), stored, taskId);
    }

    private void fail(String taskId, Exception cause) {
        try {
            String sentence = cause instanceof IOException
                    ? cause.getMessage() + " Nothing was stored."
                    : "Something is wrong in the server; its log says more. Nothing was stored.";
            tasks.end(taskId, 0, JobStatus.FAILED, sentence, clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("that import {} failed cannot be noted now", taskId, e);
        }
    }

    static ImportReport report(
            SeriesKey key, CandleFile file, @Nullable FoundClock clock, StoredCandles stored, @Nullable String taskId) {
        return new ImportReport(
                key.exchange(),
                key.symbol(),
                key.timeframe(),
                file.read(),
                stored.inserted(),
                stored.updated(),
                stored.unchanged(),
                stored.duplicates(),
                file.misordered(),
                file.order(),
                file.rejected(),
                firstOf(file),
                stored.first(),
                stored.last(),
                file.layout().orElse(null),
                taskId,
                clock);
    }

    private static List<studio.model.market.RejectedLine> firstOf(CandleFile file) {
        return file.rejections().stream().limit(REPORTED).toList();
    }
}
