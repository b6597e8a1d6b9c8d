package studio.model.progress;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step of the breadcrumb; the times are null until they have happened. */
public record StepProgress(
        StepKey key,
        String name,
        StepState state,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {}
