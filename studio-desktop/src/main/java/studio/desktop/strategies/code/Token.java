package studio.desktop.strategies.code;

/**
 * A part of a text that is shown in a colour of its own.
 *
 * @param start inclusive, in UTF-16 units
 * @param end exclusive
 */
record Token(int start, int end, Kind kind) {

    /** What it is; the style class in the sheet. */
    enum Kind {
        COMMENT("code-comment"),
        TEXT("code-text"),
        NUMBER("code-number"),
        KEYWORD("code-keyword"),
        FUNCTION("code-function"),
        SERIES("code-series");

        private final String styleClass;

        Kind(String styleClass) {
            this.styleClass = styleClass;
        }

        String styleClass() {
            return styleClass;
        }
    }
}
