package studio.desktop.poll;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import studio.model.job.JobStatus;
import studio.model.progress.ProgressSnapshot;

/**
 * How long a round of polls waits for the next: short in a training's first seconds and near its end, where an analyst
 * looks, long while the window cannot be seen, else as the settings say. Judges by the server's own times, so that the
 * two clocks need not agree. Stateless.
 */
final class PollPace {
    static final Duration QUICK = Duration.ofMillis(500);
    static final Duration UNSEEN = Duration.ofSeconds(10);
    private static final double FIRST_SECONDS = 6;
    private static final double LAST_SECONDS = 4;
    private static final double NEARLY_DONE_PERCENT = 95;
    /** A job that has been near its end for so many rounds is no longer near it. */
    private static final int LAST_ROUNDS = 40;

    private PollPace() {}

    /**
     * @param setting as the analyst wants it
     * @param unseen true while the window is hidden or minimized
     * @param quickRounds rounds that were quick one after the other until now
     * @param urgent true when one of the watched jobs is
     */
    static Duration next(Duration setting, boolean unseen, int quickRounds, boolean urgent) {
        if (unseen) {
            return setting.compareTo(UNSEEN) > 0 ? setting : UNSEEN;
        }
        boolean quick = urgent && quickRounds < LAST_ROUNDS && QUICK.compareTo(setting) < 0;
        return quick ? QUICK : setting;
    }

    /** True for a job that has just begun, is first in the queue, or will end soon. */
    static boolean isUrgent(ProgressSnapshot job) {
        if (job.isComplete()) {
            return false;
        }
        if (job.status() == JobStatus.PENDING) {
            Integer place = job.queuePosition();
            return place != null && place <= 1;
        }
        return job.elapsedSeconds() < FIRST_SECONDS
                || job.percentage() >= NEARLY_DONE_PERCENT
                || secondsLeft(job) < LAST_SECONDS;
    }

    private static double secondsLeft(ProgressSnapshot job) {
        @Nullable Instant started = job.startedAt();
        @Nullable Instant end = job.estimatedCompletion();
        return started == null || end == null
                ? Double.POSITIVE_INFINITY
                : Duration.between(started, end).toMillis() / 1000.0 - job.elapsedSeconds();
    }
}
