package studio.engine.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import studio.engine.language.function.Functions;

/** Breaks strategies' texts in all the ways that typing, pasting and malice do; the same seed breaks them the same way. */
final class TextMutations {
    private static final String[] TOKENS = {
        "strategy",
        "input",
        "require",
        "enter",
        "exit",
        "stop",
        "target",
        "trail",
        "breakeven",
        "size",
        "long",
        "short",
        "when",
        "after",
        "at",
        "following",
        "in",
        "step",
        "unit",
        "risk",
        "equity",
        "volatility",
        "bars",
        "and",
        "or",
        "not",
        "yes",
        "no",
        "=",
        "==",
        "!=",
        "<=",
        ">=",
        "<",
        ">",
        "+",
        "-",
        "*",
        "/",
        "%",
        "?",
        ":",
        ",",
        "..",
        ".",
        "(",
        ")",
        "[",
        "]",
        "1",
        "14",
        "2.5",
        "1e308",
        "99999999999999999999",
        "5001",
        "-1",
        "0",
        "\"x\"",
        "\"",
        "'",
        "close",
        "open[1]",
        "macd(close, 12, 26, 9)",
        "on(\"4h\", close)",
        "sma(close, 5)",
        "&&",
        "||",
        ":=",
        ";",
        "{",
        "}",
        "ta.rsi",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "//",
        "#",
        "\u0000",
        "\uD800",
        "\uDC00",
        "\uFEFF",
        "é",
        "😀",
        "\u2028",
        "\u202E",
        "１",
        "\\",
        "`"
    };

    private final Random random;
    private final List<String> seeds = new ArrayList<>();

    TextMutations(long seed) {
        random = new Random(seed);
        seeds.add(WrittenExamples.DIP_IN_AN_UPTREND);
        seeds.add(WrittenExamples.EVERY_STATEMENT);
        StringBuilder calls = new StringBuilder("strategy \"Functions\"\n");
        int number = 0;
        for (var function : Functions.all()) {
            String example = function.help().example();
            calls.append('v')
                    .append(number++)
                    .append(example, example.indexOf(" ="), example.length())
                    .append('\n');
            if (number % 8 == 0) {
                seeds.add(calls + "enter long when close > open\n");
                calls = new StringBuilder("strategy \"Functions\"\n");
            }
        }
    }

    String next() {
        StringBuilder text = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            change(text);
        }
        return text.toString();
    }

    private void change(StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + random.nextInt(12));
        switch (random.nextInt(12)) {
            case 0 -> text.insert(at, TOKENS[random.nextInt(TOKENS.length)]);
            case 1 -> text.insert(at, " " + TOKENS[random.nextInt(TOKENS.length)] + " ");
            case 2 -> text.delete(at, to);
            case 3 -> text.replace(at, to, TOKENS[random.nextInt(TOKENS.length)]);
            case 4 -> text.insert(at, (char) random.nextInt(0x10000));
            case 5 -> swapLines(text);
            case 6 -> text.insert(at, text.substring(at, to).repeat(1 + random.nextInt(30)));
            case 7 -> text.insert(at, TOKENS[random.nextInt(TOKENS.length)].repeat(1 + random.nextInt(400)));
            case 8 -> text.insert(at, Long.toString(random.nextLong()).repeat(1 + random.nextInt(20)));
            case 9 -> text.setLength(at);
            case 10 -> text.insert(at, "(".repeat(random.nextInt(300)) + "close" + ")".repeat(random.nextInt(300)));
            default -> flipCase(text, at);
        }
    }

    private void swapLines(StringBuilder text) {
        List<String> lines = new ArrayList<>(List.of(text.toString().split("\n", -1)));
        int a = random.nextInt(lines.size());
        int b = random.nextInt(lines.size());
        String first = lines.get(a);
        lines.set(a, lines.get(b));
        lines.set(b, first);
        text.setLength(0);
        text.append(String.join("\n", lines));
    }

    private static void flipCase(StringBuilder text, int at) {
        if (at < text.length()) {
            char c = text.charAt(at);
            text.setCharAt(at, Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        }
    }
}
