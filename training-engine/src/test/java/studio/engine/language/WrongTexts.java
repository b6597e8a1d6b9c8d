package studio.engine.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The table of wrong texts, with what is to be said of each. */
final class WrongTexts {
    /** What stands above a wrong line; all of it is right. */
    static final String HEAD = """
            strategy "Wrong texts"
            input length = 14 in 2..50
            input real = 1.5 in 1.0..2.0
            input kind = "ema" in ["sma", "ema"]
            input flag = yes in [yes, no]
            trend = ema(close, 50)
            up = close > trend
            m = macd(close, 12, 26, 9)
            longer = on("4h", close)
            """;

    private static final String TAIL = "\nenter long when up\n";

    /**
     * One wrong text.
     *
     * @param start of what is underlined, in the text
     * @param end exclusive
     * @param suggestion null for none
     * @param sentence a part of the expected sentence; empty for any
     */
    record Case(String row, String text, int start, int end, String suggestion, String sentence) {
        int line() {
            return 1
                    + (int) text.substring(0, start)
                            .replace("\r\n", "\n")
                            .chars()
                            .filter(c -> c == '\n' || c == '\r')
                            .count();
        }

        int column() {
            return start - Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1));
        }

        @Override
        public String toString() {
            return row;
        }
    }

    private WrongTexts() {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (String row : table().split("\n")) {
            if (!row.isBlank() && !row.startsWith("#")) {
                cases.add(read(row));
            }
        }
        return cases;
    }

    private static Case read(String row) {
        String[] parts = row.split(" => ", -1);
        boolean alone = parts[0].startsWith("!");
        String written = (alone ? parts[0].substring(1) : parts[0])
                .replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\\t", "\t");
        String marked = alone ? written : HEAD + written + TAIL;
        int start = marked.indexOf('«');
        int end = marked.indexOf('»') - 1;
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("nothing is marked in: " + row);
        }
        String text = marked.replace("«", "").replace("»", "");
        String suggestion = parts[1].equals("-") && !marked.contains("−") ? null : parts[1];
        return new Case(row, text, start, end, suggestion, parts.length > 2 ? parts[2] : "");
    }

    private static String table() {
        try (InputStream table = Objects.requireNonNull(WrongTexts.class.getResourceAsStream("wrong-texts.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
