package studio.desktop.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import studio.model.market.BackfillRequest;
import studio.model.market.DataTask;
import studio.model.market.DataTaskList;
import studio.model.market.ExchangeList;
import studio.model.market.ImportChoices;
import studio.model.market.ImportPreview;
import studio.model.market.ImportReport;
import studio.model.market.MarketCalendar;
import studio.model.market.ResampleReport;
import studio.model.market.ResampleRequest;
import studio.model.market.Timeframe;

/** What fills the server with candles. Calls block; failures are those of {@link TrainingClient}. */
public interface MarketDataClient {

    /**
     * A file on its way to the server.
     *
     * @param calendar null leaves it to the series or its exchange's name
     * @param choices what is said about the file
     * @param taskId drawn anew for each import, 8 to 40 digits and small letters; null lets the server draw one
     * @param open gives the bytes from the beginning
     * @param length bytes, -1 where it is not known
     * @param sent hears how many bytes are on their way
     */
    record Upload(
            String exchange,
            String symbol,
            Timeframe timeframe,
            @Nullable MarketCalendar calendar,
            ImportChoices choices,
            @Nullable String taskId,
            Opening open,
            long length,
            LongConsumer sent) {}

    /** Opens the same bytes each time. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    /** What an import would take. */
    ImportPreview preview(Upload upload);

    /** Streams a file to the server. */
    ImportReport importFile(Upload upload);

    ExchangeList exchanges();

    DataTask backfill(BackfillRequest request);

    ResampleReport resample(ResampleRequest request);

    /** Removes a series with its candles, for good. */
    void removeSeries(String exchange, String symbol, Timeframe timeframe);

    /** The newest imports and backfills. */
    DataTaskList tasks(int limit);

    DataTask task(String taskId);

    DataTask cancelTask(String taskId);

    /** The rows that an import rejected, as CSV. */
    String rejections(String taskId);
}
