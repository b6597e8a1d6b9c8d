package studio.engine.language.tree;

/** Operators with one operand. */
public enum UnaryOperator {
    NEGATE,
    NOT
}
