package studio.model.result;

/** How far a saved configuration may be trusted, from least to most. */
public enum LifecycleStage {
    PAPER,
    DISCOVERY,
    VALIDATION,
    MATURE
}
