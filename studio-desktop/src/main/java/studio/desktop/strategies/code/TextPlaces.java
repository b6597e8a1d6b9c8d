package studio.desktop.strategies.code;

/** Lines and columns of a text as offsets and back; lines end with a line feed, columns count UTF-16 units from 1. */
public final class TextPlaces {
    private TextPlaces() {}

    /** The offset of a place; the end of its line, or of the text, where it lies beyond. */
    public static int offset(String text, int line, int column) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return text.length();
            }
            start = end + 1;
        }
        int end = text.indexOf('\n', start);
        return Math.min(start + column - 1, end < 0 ? text.length() : end);
    }
}
