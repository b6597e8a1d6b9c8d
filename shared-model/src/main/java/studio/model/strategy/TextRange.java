package studio.model.strategy;

/**
 * A part of a strategy's text, in UTF-16 units from the text's start.
 *
 * @param start inclusive
 * @param end exclusive, not before start
 */
public record TextRange(int start, int end) {
    public TextRange {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("range " + start + ".." + end + " does not lie in a text");
        }
    }

    /** The text with that in place of this part. */
    public String replaceIn(String text, String replacement) {
        return text.substring(0, start) + replacement + text.substring(end);
    }
}
