package studio.model.result;

/** Direction of a position. */
public enum Side {
    LONG,
    SHORT
}
