package studio.model.job;

import java.util.Set;

/** Where a job stands. Only the transitions that {@link #next()} lists are ever stored. */
public enum JobStatus {
    PENDING,
    RUNNING,
    CANCELLING,
    COMPLETED,
    FAILED,
    CANCELLED;

    /** True when nothing more will happen to the job. */
    public boolean isEnded() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }

    /** The states that may follow this one; empty for ended jobs. */
    public Set<JobStatus> next() {
        return switch (this) {
            case PENDING -> Set.of(RUNNING, CANCELLED, FAILED);
            case RUNNING -> Set.of(CANCELLING, COMPLETED, FAILED, CANCELLED);
            // A cancel that arrives while the result is being committed loses to it.
            case CANCELLING -> Set.of(CANCELLED, COMPLETED, FAILED);
            case COMPLETED, FAILED, CANCELLED -> Set.of();
        };
    }
}
