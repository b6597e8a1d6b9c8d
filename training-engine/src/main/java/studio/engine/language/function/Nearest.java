package studio.engine.language.function;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that somebody probably meant. */
public final class Nearest {
    /** Longer words are no slip of the finger, and comparing them with all names would cost time. */
    private static final int LONGEST_WORD = 64;

    private Nearest() {}

    /**
     * The names at most a third of the word's letters away (one for short words), by the fewest letters changed, added, left
     * out or swapped with their neighbour; capital letters count as small ones.
     *
     * @return the nearest first; of equally near ones that with the longer same beginning; empty when none is near
     */
    public static List<String> among(String word, Collection<String> names) {
        if (word.length() > LONGEST_WORD) {
            return List.of();
        }
        String wanted = word.toLowerCase(Locale.ROOT);
        int allowed = Math.max(1, wanted.length() / 3);
        record Found(String name, int distance) {}
        return names.stream()
                .distinct()
                .filter(name -> Math.abs(name.length() - wanted.length()) <= allowed)
                .map(name -> new Found(name, distance(wanted, name)))
                .filter(found -> found.distance <= allowed && found.distance < wanted.length())
                .sorted(Comparator.comparingInt(Found::distance)
                        .thenComparing(found -> -sameBeginning(wanted, found.name))
                        .thenComparing(Found::name))
                .map(Found::name)
                .toList();
    }

    private static int sameBeginning(String a, String b) {
        int same = 0;
        while (same < a.length() && same < b.length() && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        return same;
    }

    /** Optimal string alignment: Levenshtein's distance with swaps of neighbours. */
    static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] now = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, 1 + Math.min(last[j], now[j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = last;
            last = now;
            now = free;
        }
        return last[b.length()];
    }
}
