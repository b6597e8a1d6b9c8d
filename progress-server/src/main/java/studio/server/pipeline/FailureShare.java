package studio.server.pipeline;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.engine.search.Trial;
import studio.model.job.TrialState;

/**
 * A search of which too many trials break with an error is stopped instead of run to its end. The share leaves room for
 * ranges of which a good part is impossible, such as a fast average longer than the slow one.
 */
final class FailureShare {
    /** Fewer trials say too little. */
    static final int FEWEST_TRIALS = 50;

    /** More than this share of the ended trials may not have failed; infeasible ones have not. */
    static final double LARGEST = 0.8;

    private static final int REASONS_TOLD = 3;

    private FailureShare() {}

    static boolean isTooLarge(int failed, int ended) {
        return ended >= FEWEST_TRIALS && failed > LARGEST * ended;
    }

    /** What the analyst is told, with the commonest reasons. */
    static String sentence(List<Trial> trials) {
        Map<String, Long> reasons = trials.stream()
                .filter(trial -> trial.evaluation().state() == TrialState.FAILED)
                .map(trial -> String.valueOf(trial.evaluation().reason()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long failed = reasons.values().stream().mapToLong(Long::longValue).sum();
        String told = reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(REASONS_TOLD)
                .map(entry -> entry.getValue() + " × " + entry.getKey())
                .collect(Collectors.joining("; "));
        return failed + " of the first " + trials.size() + " trials failed, more than " + Math.round(100 * LARGEST)
                + " %, so the training was stopped: " + told
                + ". Check the parameter ranges against the strategy's; the results so far are kept.";
    }
}
