package studio.engine.language.tree;

/** Operators with two operands, with the sign that a text has for them. */
public enum BinaryOperator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    REMAINDER("%"),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    EQUAL("=="),
    NOT_EQUAL("!="),
    AND("and"),
    OR("or");

    private final String sign;

    BinaryOperator(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }
}
