package studio.desktop.progress;

import studio.model.progress.ProgressSnapshot;

/** What the modal shows, decided by status and step. */
enum Phase {
    UNKNOWN,
    PENDING,
    COLLECTING,
    OPTIMIZING,
    VALIDATING,
    SAVING,
    COMPLETED,
    FAILED,
    CANCELLED;

    static Phase of(ProgressSnapshot snapshot) {
        return switch (snapshot.status()) {
            case COMPLETED -> COMPLETED;
            case FAILED -> FAILED;
            case CANCELLED -> CANCELLED;
            case PENDING -> PENDING;
            case RUNNING, CANCELLING ->
                switch (snapshot.stepNumber()) {
                    case 2 -> OPTIMIZING;
                    case 3 -> VALIDATING;
                    case 4 -> SAVING;
                    default -> COLLECTING;
                };
        };
    }

    boolean isEnded() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }
}
