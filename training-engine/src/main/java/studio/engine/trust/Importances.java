package studio.engine.trust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.engine.search.CancellationToken;
import studio.engine.search.ParameterSpace;
import studio.engine.search.Trial;
import studio.model.result.ParameterImportance;

/** Which parameters decide the score, from the trials of a search. */
final class Importances {
    /** With fewer a forest says nothing that would hold. */
    static final int FEWEST_TRIALS = 30;

    /** More are thinned evenly: a forest of them says the same and is grown at once. */
    static final int MOST_TRIALS = 400;

    private Importances() {}

    /**
     * Most important first, of equals in the strategy's order.
     *
     * @return empty with fewer than 30 feasible trials, or when all scored the same
     */
    static List<ParameterImportance> of(
            ParameterSpace space, List<Trial> feasible, long seed, CancellationToken cancel) {
        double[] scores = feasible.stream()
                .mapToDouble(trial -> trial.evaluation().score())
                .toArray();
        if (scores.length < FEWEST_TRIALS || ReturnMoments.of(scores).deviation() == 0) {
            return List.of();
        }
        double[][] points = feasible.stream().map(trial -> place(space, trial)).toArray(double[][]::new);
        double[] effects = ScoreForest.mainEffects(points, scores, seed, cancel);
        List<ParameterImportance> importances = new ArrayList<>();
        for (int d = 0; d < effects.length; d++) {
            importances.add(new ParameterImportance(space.names().get(d), effects[d]));
        }
        importances.sort(Comparator.comparingDouble(ParameterImportance::share).reversed());
        return importances;
    }

    /** A parameter that did not matter at that point stands in the middle. */
    private static double[] place(ParameterSpace space, Trial trial) {
        double[] place = space.encode(space.read(trial.parameters().values()));
        for (int d = 0; d < place.length; d++) {
            place[d] = Double.isNaN(place[d]) ? 0.5 : place[d];
        }
        return place;
    }
}
