package studio.model.strategy;

/** Where a strategy comes from. */
public enum StrategyKind {
    /** Shipped with the program. */
    BUILT_IN,
    /** A jar that whoever runs the server put in. */
    PLUGIN,
    /** A text that an analyst wrote; it has versions. */
    WRITTEN
}
