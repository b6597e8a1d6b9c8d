package studio.server.job.sql;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import studio.model.job.TrainingSpec;

/**
 * A job in the hands of one worker.
 *
 * @param attempt this worker's number; every write names it
 * @param startedAt when the first worker took it
 * @param fingerprint of the candles that an earlier attempt used; null before that
 * @param windowsGiven true when the analyst gave the walk-forward windows, which then are never changed
 * @param cancelling somebody has asked to stop it
 * @param fruitlessAttempts workers in a row that died on it without storing one more trial, 0 or more
 */
public record ClaimedJob(
        String jobId,
        int attempt,
        TrainingSpec spec,
        Instant startedAt,
        @Nullable String fingerprint,
        boolean windowsGiven,
        boolean cancelling,
        int fruitlessAttempts) {}
