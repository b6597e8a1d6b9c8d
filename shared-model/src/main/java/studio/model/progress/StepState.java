package studio.model.progress;

/** Where one step of a job stands. */
public enum StepState {
    WAITING,
    ACTIVE,
    DONE,
    SKIPPED,
    FAILED,
    CANCELLED
}
