package studio.model.result;

/** Why a position was closed. */
public enum ExitReason {
    STOP,
    TARGET,
    MAX_HOLDING,
    OPPOSITE_SIGNAL,
    END_OF_DATA
}
