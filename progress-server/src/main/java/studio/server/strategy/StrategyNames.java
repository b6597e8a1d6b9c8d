package studio.server.strategy;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How titles and identifiers of written strategies compare, and how one is made from the other. */
public final class StrategyNames {
    private static final int LONGEST = 64;
    private static final int LONGEST_QUERY = 200;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^A-Z0-9]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private StrategyNames() {}

    /** Whether a strategy can have that identifier or title at all; PostgreSQL stores no NUL. */
    public static boolean isPossible(String name) {
        return name.length() <= LONGEST_QUERY && name.indexOf('\0') < 0;
    }

    /** What two titles share that a person reads as the same: case, width and the number of blanks do not count. */
    public static String key(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKC);
        return BLANKS.matcher(plain.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /**
     * The identifier for a title, e.g. {@code DIP_IN_AN_UPTREND}; {@code STRATEGY} for one without a Latin letter or digit.
     *
     * @param number 1 for the first choice; a higher one is appended
     */
    public static String identifier(String title, int number) {
        String letters =
                MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFKD)).replaceAll("");
        String joined = NOT_IN_NAMES.matcher(letters.toUpperCase(Locale.ROOT)).replaceAll("_");
        String name = joined.replaceAll("^_+|_+$", "");
        if (name.isEmpty()) {
            name = "STRATEGY";
        }
        String end = number == 1 ? "" : "_" + number;
        String begin = name.substring(0, Math.min(name.length(), LONGEST - end.length()));
        return begin.replaceAll("_+$", "") + end;
    }
}
