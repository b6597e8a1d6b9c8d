package studio.model.job;

/** How much an event matters. */
public enum EventLevel {
    INFO,
    WARNING,
    ERROR
}
