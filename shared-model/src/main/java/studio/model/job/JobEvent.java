package studio.model.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import studio.model.progress.StepKey;

/** One status message or log line of a job; numbers start at 1 and grow without gaps within a job. */
public record JobEvent(
        long number, Instant at, EventLevel level, @Nullable StepKey step, String message) {}
