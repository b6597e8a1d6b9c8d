package studio.desktop.strategies.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into what is coloured; the server alone decides what a text means. */
final class Tokens {
    private static final Pattern PART = Pattern.compile("(?<comment>(//|#)[^\\n]*)"
            + "|(?<text>\"[^\"\\n]*\"?)"
            + "|(?<number>(?<![A-Za-z_])\\d[\\d_]*(\\.\\d+)?([eE][+-]?\\d+)?%?)"
            + "|(?<word>[A-Za-z_][A-Za-z0-9_]*)");

    private Tokens() {}

    /** In order, without overlap. */
    static List<Token> of(String text, Vocabulary vocabulary) {
        List<Token> tokens = new ArrayList<>();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            Token.Kind kind = kind(part, vocabulary);
            if (kind != null) {
                tokens.add(new Token(part.start(), part.end(), kind));
            }
        }
        return tokens;
    }

    private static Token.@org.jspecify.annotations.Nullable Kind kind(Matcher part, Vocabulary vocabulary) {
        if (part.group("comment") != null) {
            return Token.Kind.COMMENT;
        }
        if (part.group("text") != null) {
            return Token.Kind.TEXT;
        }
        if (part.group("number") != null) {
            return Token.Kind.NUMBER;
        }
        return switch (vocabulary.kind(part.group()).orElse("")) {
            case "keyword", "operator" -> Token.Kind.KEYWORD;
            case "function" -> Token.Kind.FUNCTION;
            case "series" -> Token.Kind.SERIES;
            default -> null;
        };
    }

    /** Whether that place lies in a comment or in a text, where no word is completed. */
    static boolean isProse(String text, int caret) {
        int lineStart = text.lastIndexOf('\n', Math.max(0, caret - 1)) + 1;
        Matcher part = PART.matcher(text).region(Math.min(lineStart, caret), text.length());
        while (part.find() && part.start() < caret) {
            boolean prose = part.group("comment") != null || part.group("text") != null;
            if (prose && (part.end() > caret || part.end() == caret && isOpen(part))) {
                return true;
            }
        }
        return false;
    }

    /** A comment, or a text whose closing quote is not there yet. */
    private static boolean isOpen(Matcher part) {
        String found = part.group();
        return part.group("comment") != null || found.length() == 1 || !found.endsWith("\"");
    }
}
