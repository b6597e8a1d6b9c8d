package studio.engine.language.tree;

/**
 * The type of an expression.
 *
 * @param series true for one value a bar, false for a single value for the whole run; texts are always single
 * @param whole true for a number that is a whole one by its construction: a whole literal or input, and sums, differences and
 *     products of such
 */
public record ValueType(ValueKind kind, boolean series, boolean whole) {
    public static final ValueType NUMBERS = new ValueType(ValueKind.NUMBER, true, false);
    public static final ValueType NUMBER = new ValueType(ValueKind.NUMBER, false, false);
    public static final ValueType WHOLE_NUMBER = new ValueType(ValueKind.NUMBER, false, true);
    public static final ValueType CONDITIONS = new ValueType(ValueKind.YES_NO, true, false);
    public static final ValueType CONDITION = new ValueType(ValueKind.YES_NO, false, false);
    public static final ValueType TEXT = new ValueType(ValueKind.TEXT, false, false);
}
