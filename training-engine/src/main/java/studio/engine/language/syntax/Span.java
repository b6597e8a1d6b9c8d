package studio.engine.language.syntax;

/**
 * A part of a text, in UTF-16 units from the text's start.
 *
 * @param start inclusive
 * @param end exclusive, not before start
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span " + start + ".." + end + " does not lie in a text");
        }
    }

    /** From the start of this one to the end of that one. */
    public Span to(Span last) {
        return new Span(start, Math.max(end, last.end));
    }

    /** The part of the text. */
    public String of(String text) {
        return text.substring(start, end);
    }
}
