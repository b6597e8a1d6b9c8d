package studio.server.marketdata;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import studio.server.marketdata.sql.DataTaskRepository;
import studio.server.marketdata.sql.TaskProgress;

/**
 * Tells how far an import is, a few times a second, and hears of a cancel by that: as bytes come, so that a file without
 * one good row, or one that comes slowly, is told of and cancelled like any other. Not thread-safe.
 */
final class ImportTelling {
    private static final Duration EVERY = Duration.ofMillis(300);

    private final DataTaskRepository tasks;
    private final String taskId;
    private final InstantSource clock;
    private final OptionalLong length;
    private final Instant began;
    private Instant told;
    private long bytes;
    private long candles;

    /**
     * @param length bytes of the file, where known
     */
    ImportTelling(DataTaskRepository tasks, String taskId, InstantSource clock, OptionalLong length) {
        this.tasks = tasks;
        this.taskId = taskId;
        this.clock = clock;
        this.length = length;
        this.began = clock.instant();
        this.told = began;
    }

    Instant began() {
        return began;
    }

    /** So many bytes have been read; throws {@link TaskLostException} once the import is cancelled. */
    void read(long count) {
        bytes = count;
        tell();
    }

    /** So many candles have been taken; throws as {@link #read} does. */
    void taken(long count) {
        candles = count;
        tell();
    }

    private void tell() {
        Instant now = clock.instant();
        if (Duration.between(told, now).compareTo(EVERY) >= 0) {
            told = now;
            tasks.progress(taskId, 0, progress(now), now);
        }
    }

    private TaskProgress progress(Instant now) {
        if (length.isEmpty() || length.getAsLong() <= 0 || bytes <= 0) {
            return new TaskProgress(null, candles, "Taking candles…", null, null);
        }
        double share = Math.min(1, (double) bytes / length.getAsLong());
        long left = (long) (Duration.between(began, now).toMillis() * (1 - share) / share);
        return new TaskProgress(
                share * 100,
                candles,
                share < 1 ? "Taking candles…" : "Measuring the series…",
                now.plusMillis(left),
                null);
    }
}
