package studio.desktop.strategies.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.model.strategy.FunctionInfo;

/** What may be written at a place of a text: functions, series, keywords, the text's own names, outputs after a dot. */
final class Completions {
    private static final Pattern OWN_NAME =
            Pattern.compile("(?m)^[ \\t]*(?:input[ \\t]+)?([A-Za-z_][A-Za-z0-9_]*)[ \\t]*=(?!=)");
    private static final Pattern DEFINITION =
            Pattern.compile("(?m)^[ \\t]*(%s)[ \\t]*=[ \\t]*([A-Za-z_]\\w*)[ \\t]*\\(");
    private static final int MOST = 200;

    private Completions() {}

    /**
     * One thing that may be written.
     *
     * @param word what stands in the list and is searched for
     * @param insert what is written in place of the part that stands there
     * @param caretBack how far before its end the caret goes
     * @param kind as {@link Vocabulary#kind}, {@code name} or {@code output}
     */
    record Candidate(String word, String insert, int caretBack, String kind) {}

    /** Candidates and the start of the part that they replace. */
    record Offer(int start, List<Candidate> candidates) {
        static final Offer NONE = new Offer(0, List.of());
    }

    static Offer at(String text, int caret, Vocabulary vocabulary) {
        if (Tokens.isProse(text, caret)) {
            return Offer.NONE;
        }
        int start = caret;
        while (start > 0 && isWordPart(text.charAt(start - 1))) {
            start--;
        }
        String typed = text.substring(start, caret);
        if (!typed.isEmpty() && Character.isDigit(typed.charAt(0))) {
            return Offer.NONE;
        }
        List<Candidate> all = start > 0 && text.charAt(start - 1) == '.'
                ? outputs(text, start - 1, vocabulary)
                : words(text, start, vocabulary);
        return new Offer(start, matching(all, typed));
    }

    private static List<Candidate> words(String text, int start, Vocabulary vocabulary) {
        List<Candidate> all = new ArrayList<>();
        Set<String> own = new LinkedHashSet<>();
        // A name may be used below its definition only, and not inside of it.
        String above = text.substring(0, text.lastIndexOf('\n', start - 1) + 1);
        Matcher names = OWN_NAME.matcher(above);
        while (names.find()) {
            if (!isOpen(above.substring(names.end()))) {
                own.add(names.group(1));
            }
        }
        own.forEach(name -> all.add(new Candidate(name, name, 0, "name")));
        for (FunctionInfo f : vocabulary.functions().values()) {
            boolean bare = f.parameters().isEmpty();
            all.add(new Candidate(f.name(), bare ? f.name() : f.name() + "()", bare ? 0 : 1, "function"));
        }
        vocabulary.words().values().stream()
                .filter(word -> word.name().matches("[a-z_][a-z0-9_]*"))
                .forEach(word -> all.add(new Candidate(word.name(), word.name(), 0, word.kind())));
        return all;
    }

    /** Whether a bracket is open at the end, so that the statement goes on. */
    private static boolean isOpen(String part) {
        int open = 0;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            open += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
        }
        return open > 0;
    }

    /** The outputs of the function before the dot: called there, or by the name that it was given. */
    private static List<Candidate> outputs(String text, int dot, Vocabulary vocabulary) {
        String function = calledBefore(text, dot);
        FunctionInfo known = vocabulary.functions().get(function);
        return known == null || known.outputs().size() < 2
                ? List.of()
                : known.outputs().stream()
                        .map(output -> new Candidate(output, output, 0, "output"))
                        .toList();
    }

    private static String calledBefore(String text, int dot) {
        int end = dot;
        if (end > 0 && text.charAt(end - 1) == ')') {
            int open = 0;
            do {
                end--;
                open += text.charAt(end) == ')' ? 1 : text.charAt(end) == '(' ? -1 : 0;
            } while (end > 0 && open > 0);
            return wordBefore(text, end);
        }
        String name = wordBefore(text, end);
        if (name.isEmpty()) {
            return "";
        }
        Matcher definition = Pattern.compile(DEFINITION.pattern().formatted(Pattern.quote(name)))
                .matcher(text);
        return definition.find() ? definition.group(2) : name;
    }

    private static String wordBefore(String text, int end) {
        int start = end;
        while (start > 0 && isWordPart(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    static boolean isWordPart(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    /** The word itself first, then those that begin as typed, then those that hold it; never the word alone. */
    private static List<Candidate> matching(List<Candidate> all, String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        List<Candidate> found = all.stream()
                .filter(c -> c.word().toLowerCase(Locale.ROOT).contains(lower))
                .sorted(Comparator.comparing((Candidate c) -> !c.insert().equals(typed))
                        .thenComparing(c -> !c.word().toLowerCase(Locale.ROOT).startsWith(lower)))
                .limit(MOST)
                .toList();
        boolean complete = found.size() == 1 && found.get(0).insert().equals(typed);
        return complete ? List.of() : found;
    }
}
