package studio.engine.language.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.model.strategy.TextProblem;

/** Collects what is wrong with one text. Used by one thread. */
public final class Problems {
    /** More are counted only; nobody reads on, and an answer stays small. */
    private static final int MOST = 200;

    private static final int LONGEST_QUOTE = 40;

    private record Found(
            Span span, String message, @Nullable String suggestion) {}

    private final String text;
    private final List<Found> found = new ArrayList<>();
    private int foundBefore;

    public Problems(String text) {
        this.text = text;
    }

    /**
     * Adds one.
     *
     * @param message a sentence
     * @param suggestion what to write there instead; null for none
     */
    public void add(Span span, String message, @Nullable String suggestion) {
        found.add(new Found(span, message, suggestion));
    }

    /** Adds one without a suggestion. */
    public void add(Span span, String message) {
        add(span, message, null);
    }

    /**
     * Whether so many are found already that further ones of this pass over the text will only be counted; finding out what
     * was meant is in vain then.
     */
    public boolean isFull() {
        return found.size() - foundBefore >= MOST;
    }

    /** The text is gone through again from its start. */
    public void nextPass() {
        foundBefore = found.size();
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of the text, with lines and columns. */
    public List<TextProblem> inOrder() {
        List<Found> sorted = found.stream()
                .distinct()
                .sorted(Comparator.comparingInt((Found problem) -> problem.span.start())
                        .thenComparingInt(problem -> problem.span.end()))
                .toList();
        Positions positions = new Positions(text);
        List<TextProblem> problems = new ArrayList<>();
        for (Found problem : sorted.subList(0, Math.min(MOST, sorted.size()))) {
            String more = problems.size() == MOST - 1 && sorted.size() > MOST
                    ? " There are " + (sorted.size() - MOST) + " more problems below."
                    : "";
            problems.add(positions.problem(problem.span, problem.message + more, problem.suggestion));
        }
        return List.copyOf(problems);
    }

    /** A part of the text as a sentence quotes it: in single quotes. */
    public static String quote(String part) {
        return "'" + inside(part) + "'";
    }

    /** A part of the text for a sentence: one line, not too long, without control characters and halves of characters. */
    public static String inside(String part) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < part.length() && i < LONGEST_QUOTE; i++) {
            char c = part.charAt(i);
            boolean cut = Character.isHighSurrogate(c)
                    && (i + 1 == part.length() || !Character.isLowSurrogate(part.charAt(i + 1)));
            boolean alone = Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(part.charAt(i - 1)));
            shown.append(Character.isISOControl(c) || cut || alone ? '\uFFFD' : c);
        }
        int end = shown.length() - 1;
        if (end >= 0 && Character.isHighSurrogate(shown.charAt(end))) {
            shown.setCharAt(end, '\uFFFD');
        }
        return shown.append(part.length() > LONGEST_QUOTE ? "…" : "").toString();
    }
}
