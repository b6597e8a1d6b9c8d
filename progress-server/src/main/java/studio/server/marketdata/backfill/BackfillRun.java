package studio.server.marketdata.backfill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.server.marketdata.SeriesKey;
import studio.server.marketdata.exchange.CandleFetcher;
import studio.server.marketdata.exchange.ExchangeException;
import studio.server.marketdata.exchange.FetchedPage;
import studio.server.marketdata.exchange.Pause;
import studio.server.marketdata.sql.CandleWriter;
import studio.server.marketdata.sql.ClaimedTask;
import studio.server.marketdata.sql.DataTaskRepository;
import studio.server.marketdata.sql.NewCandle;
import studio.server.marketdata.sql.StoreOrder;
import studio.server.marketdata.sql.StoredCandles;
import studio.server.marketdata.sql.TaskProgress;

/** One worker's go at a backfill. Not thread-safe. */
final class BackfillRun {
    /** Storing measures the whole series, so that pages are gathered before. */
    private static final int STORE_AT = 20_000;

    private static final Duration STORE_AFTER = Duration.ofSeconds(10);

    private final ClaimedTask task;
    private final SeriesKey key;
    private final CandleFetcher fetcher;
    private final CandleWriter writer;
    private final DataTaskRepository tasks;
    private final InstantSource clock;
    private final Backfiller.Tally tally;
    private final long step;
    private final List<NewCandle> gathered = new ArrayList<>();
    private final Instant began;
    private final long settledBefore;
    private long settled;
    private Instant storedAt;
    private @Nullable Instant cursor;

    BackfillRun(
            ClaimedTask task,
            SeriesKey key,
            CandleFetcher fetcher,
            CandleWriter writer,
            DataTaskRepository tasks,
            InstantSource clock,
            Backfiller.Tally tally) {
        this.task = task;
        this.key = key;
        this.fetcher = fetcher;
        this.writer = writer;
        this.tasks = tasks;
        this.clock = clock;
        this.tally = tally;
        this.step = key.timeframe().millis();
        this.began = clock.instant();
        this.storedAt = began;
        this.settledBefore = tally.fetched + tally.notOffered;
        this.settled = settledBefore;
        this.cursor = task.before() == null ? null : task.before().cursor();
    }

    void fetch(Stretch stretch, Pause pause) throws ExchangeException {
        long next = stretch.first();
        try {
            while (next <= stretch.last()) {
                FetchedPage page = fetcher.fetch(key.symbol(), key.timeframe(), next, stretch.last(), pause);
                long asked = (Math.min(page.settledBefore(), stretch.last() + step) - next) / step;
                tally.requests += page.requests();
                tally.retries += page.requests() - 1;
                tally.rejected += page.rejected();
                tally.fetched += page.candles().size();
                tally.notOffered += Math.max(0, asked - page.candles().size());
                settled += asked;
                gathered.addAll(page.candles());
                next = page.settledBefore();
                if (gathered.size() >= STORE_AT
                        || Duration.between(storedAt, clock.instant()).compareTo(STORE_AFTER) >= 0) {
                    store(Instant.ofEpochMilli(next));
                }
                tell();
            }
        } catch (ExchangeException e) {
            // What came until then is worth keeping, whether the exchange goes on or not.
            store(Instant.ofEpochMilli(next));
            tell();
            throw e;
        }
    }

    /** Stores the rest. */
    void finish(Instant end) {
        store(end);
        tell();
    }

    private void store(Instant done) {
        if (!gathered.isEmpty()) {
            Iterator<NewCandle> left = gathered.iterator();
            StoredCandles stored;
            try {
                stored = writer.store(
                        new StoreOrder(key, null, "backfill", clock.instant()),
                        () -> left.hasNext() ? Optional.of(left.next()) : Optional.empty(),
                        taken -> {},
                        null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            tally.inserted += stored.inserted();
            tally.updated += stored.updated();
            tally.unchanged += stored.unchanged();
            gathered.clear();
        }
        cursor = done;
        storedAt = clock.instant();
    }

    private void tell() {
        Instant now = clock.instant();
        long total = Math.max(1, tally.missingBefore());
        double share = Math.min(1, (double) settled / total);
        long gone = settled - settledBefore;
        Instant end = gone <= 0
                ? null
                : now.plusMillis(Math.round(
                        (double) Duration.between(began, now).toMillis() / gone * Math.max(0, total - settled)));
        tasks.progress(
                task.taskId(),
                task.attempt(),
                new TaskProgress(
                        100 * share, tally.fetched, "Fetching from " + key.exchange() + "…", end, tally.report(cursor)),
                now);
    }
}
