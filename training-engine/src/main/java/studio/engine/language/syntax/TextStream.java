package studio.engine.language.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A text as a stream of UTF-16 units. ANTLR's own streams count code points and refuse lone surrogates; positions here are those
 * of the editor, and every text can be read.
 *
 * <p>ANTLR remembers how a lexer goes on for ASCII characters only and works it out again for each other one, which makes a
 * long comment in Cyrillic slow. So characters beyond ASCII look alike to the lexer: letters are U+0001, digits U+0002 and
 * all others U+0003, but for the few that the grammar names. A token's text is that of the text.
 */
final class TextStream implements CharStream {
    private static final char LETTER = 1;
    private static final char DIGIT = 2;
    private static final char OTHER = 3;

    /** Characters beyond ASCII that stand in the grammar. */
    private static final String NAMED = "\u00A0\uFEFF…×÷−≤≥≠“”„«»‘’";

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
        if (ahead == 0) {
            return 0;
        }
        int index = ahead > 0 ? at + ahead - 1 : at + ahead;
        return index < 0 || index >= text.length() ? IntStream.EOF : seen(text.charAt(index));
    }

    private static char seen(char c) {
        if (c < 128) {
            return c >= LETTER && c <= OTHER ? OTHER : c;
        }
        if (NAMED.indexOf(c) >= 0) {
            return c;
        }
        return Character.isLetter(c) ? LETTER : Character.isLetterOrDigit(c) ? DIGIT : OTHER;
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
