package studio.model.strategy;

/** What a statement of a strategy's text is. */
public enum OutlineKind {
    TITLE,
    INPUT,
    DEFINITION,
    REQUIRE,
    ENTER,
    EXIT,
    EXIT_AFTER,
    STOP,
    TARGET,
    TRAIL,
    BREAK_EVEN,
    SIZE,
    /** A statement with a wrong form. */
    UNREADABLE
}
