package studio.engine.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Which of many trials a model sees, so that its cost stays bounded: half the best, some recent, the rest evenly. */
final class ModelPoints {

    private ModelPoints() {}

    /** Indexes into {@code values}, ascending; all of them when there are at most {@code cap}. */
    static List<Integer> choose(List<Double> values, int cap) {
        int n = values.size();
        TreeSet<Integer> chosen = new TreeSet<>();
        if (n > cap) {
            List<Integer> byValue = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                byValue.add(i);
            }
            byValue.sort(Comparator.comparing((Integer i) -> values.get(i)).reversed());
            chosen.addAll(byValue.subList(0, cap / 2));
            for (int i = n - 1; i >= n - cap / 8; i--) {
                chosen.add(i);
            }
            int missing = cap - chosen.size();
            for (int i = 0; i < missing; i++) {
                chosen.add((int) ((long) i * n / missing));
            }
        }
        for (int i = n <= cap ? 0 : n; i < n; i++) {
            chosen.add(i);
        }
        return List.copyOf(chosen);
    }
}
