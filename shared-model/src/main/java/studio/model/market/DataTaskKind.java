package studio.model.market;

/** What a task does to a series. */
public enum DataTaskKind {
    IMPORT,
    BACKFILL
}
