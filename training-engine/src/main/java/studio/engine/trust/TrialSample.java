package studio.engine.trust;

import java.util.ArrayList;
import java.util.List;
import studio.engine.search.Trial;
import studio.model.result.Metrics;

/**
 * What the trust report needs of a search's trials, bounded however many there were.
 *
 * @param trials how many ran, of any state
 * @param sharpes how many of them had a Sharpe ratio
 * @param sharpeDeviation standard deviation (n − 1) of those annualized ratios; NaN below two
 * @param feasible an even sample of the feasible trials in order of number, at most {@value #MOST}
 */
public record TrialSample(int trials, int sharpes, double sharpeDeviation, List<Trial> feasible) {
    static final int MOST = 1_000;

    public TrialSample {
        feasible = List.copyOf(feasible);
    }

    /** Of all trials of a search, in order of number. */
    public static TrialSample of(List<Trial> trials) {
        double[] sharpes = trials.stream()
                .map(trial -> trial.evaluation().metrics())
                .filter(metrics -> metrics != null && metrics.sharpeRatio() != null)
                .mapToDouble(TrialSample::sharpe)
                .toArray();
        List<Trial> feasible = trials.stream().filter(Trial::isFeasible).toList();
        return new TrialSample(
                trials.size(), sharpes.length, ReturnMoments.of(sharpes).deviation(), even(feasible, MOST));
    }

    private static double sharpe(@org.jspecify.annotations.Nullable Metrics metrics) {
        Double sharpe = metrics == null ? null : metrics.sharpeRatio();
        return sharpe == null ? Double.NaN : sharpe;
    }

    /** At most that many of the feasible trials, evenly over their order. */
    List<Trial> feasible(int most) {
        return even(feasible, most);
    }

    private static List<Trial> even(List<Trial> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<Trial> kept = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            kept.add(all.get((int) ((long) i * all.size() / most)));
        }
        return kept;
    }
}
