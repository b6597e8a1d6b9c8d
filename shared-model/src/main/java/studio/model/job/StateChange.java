package studio.model.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One entry of a job's state history; {@code reason} says why where there is something to say. */
public record StateChange(
        JobStatus status, Instant at, int attempt, @Nullable String reason) {}
