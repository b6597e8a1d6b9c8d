package studio.engine.language.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A text as a stream of UTF-16 units. ANTLR's own streams count code points and refuse lone surrogates; positions here are those
 * of the editor, and every text can be read.
 */
final class TextStream implements CharStream {
    private final String text;
    private int at;

    TextStream(String text) {
        this.text = text;
    }

    @Override
    public String getText(Interval interval) {
        int from = Math.max(0, interval.a);
        int to = Math.min(text.length(), interval.b + 1);
        return from < to ? text.substring(from, to) : "";
    }

    @Override
    public void consume() {
        if (at >= text.length()) {
            throw new IllegalStateException("the text ends at " + at);
        }
        at++;
    }

    @Override
    public int LA(int ahead) {
        int index = ahead > 0 ? at + ahead - 1 : at + ahead;
        return ahead == 0 || index < 0 || index >= text.length()
                ? (ahead == 0 ? 0 : IntStream.EOF)
                : text.charAt(index);
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {}

    @Override
    public int index() {
        return at;
    }

    @Override
    public void seek(int index) {
        at = Math.min(index, text.length());
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getSourceName() {
        return "text";
    }
}
