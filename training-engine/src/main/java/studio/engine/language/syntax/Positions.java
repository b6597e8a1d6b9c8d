package studio.engine.language.syntax;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.model.strategy.TextProblem;

/** Lines and columns of a text; lines end with CR, LF or both. Immutable. */
public final class Positions {
    private final String text;
    private final int[] lineStarts;

    public Positions(String text) {
        this.text = text;
        int[] starts = new int[16];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if ((c == '\n' || c == '\r') && !pair) {
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, lines * 2);
                }
                starts[lines++] = i + 1;
            }
        }
        lineStarts = Arrays.copyOf(starts, lines);
    }

    /** The problem's place: what goes beyond the first line is cut; a place at a line's end takes its last character. */
    TextProblem problem(Span span, String message, @Nullable String suggestion) {
        int at = Math.min(span.start(), text.length());
        int line = line(at) - 1;
        int from = lineStarts[line];
        int to = endOfLine(line);
        int start = Math.max(from, Math.min(at, to - 1));
        int length = Math.max(1, Math.min(span.end(), to) - start);
        return new TextProblem(line + 1, start - from + 1, length, message, suggestion);
    }

    /** The line of that place, 1 for the first one. */
    public int line(int offset) {
        int line = Arrays.binarySearch(lineStarts, offset);
        return line >= 0 ? line + 1 : -line - 1;
    }

    private int endOfLine(int line) {
        int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : text.length();
        while (end > lineStarts[line] && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }
}
