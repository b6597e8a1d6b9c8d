package studio.model.result;

/** Why a position was closed. */
public enum ExitReason {
    STOP,
    TARGET,
    TRAILING_STOP,
    BREAK_EVEN,
    EXIT_SIGNAL,
    MAX_HOLDING,
    OPPOSITE_SIGNAL,
    END_OF_DATA
}
