package studio.engine.language.run;

/** What a {@link Node} does. */
enum Operation {
    // Values of a trial.
    NUMBER,
    TEXT,
    YES_NO,
    INPUT,
    /** Two texts are the same. */
    SAME_TEXT,

    // Of a trial or of a bar.
    NEGATE,
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    REMAINDER,
    ABS,
    MIN,
    MAX,
    ROUND,
    FLOOR,
    CEIL,
    SQRT,
    LOG,
    EXP,
    SIGN,
    /** The first number, or the second where the first is missing. */
    NZ,
    LESS,
    AT_MOST,
    EQUAL,
    NOT_EQUAL,
    NOT,
    AND,
    OR,
    /** Two conditions have the same answer. */
    SAME_ANSWER,
    /** The second where the first holds, else the third. */
    CHOICE,

    // Of a bar.
    BAR_INDEX,
    /** A column's value, the second argument's number of bars ago if there is one. */
    LOAD,
    /** The second, missing or no before as many bars as the first says. */
    GUARD,
    /** The distance to the initial stop, which the position's rules are asked with. */
    STOP,

    // Whole columns.
    SERIES,
    CALL,
    /** The values of a bar's node, written down for all bars. */
    FILL,
    /** One of two columns, by a condition of the trial. */
    SELECT,
    /** The value of the last closed candle of a longer timeframe. */
    ON;

    boolean isColumn() {
        return compareTo(SERIES) >= 0;
    }
}
