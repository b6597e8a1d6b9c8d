package studio.engine.search;

import java.util.Comparator;
import studio.model.job.TrialState;

/**
 * The better trial first, for methods that need an order only: feasible ones by score, then infeasible ones by how far
 * they missed (Deb 2000), those of unknown distance after them, failed ones last. Earlier trials win ties.
 */
final class TrialOrder {
    static final Comparator<Trial> BEST_FIRST = Comparator.comparingInt(TrialOrder::rank)
            .thenComparingDouble(TrialOrder::loss)
            .thenComparingInt(Trial::number);

    private TrialOrder() {}

    private static int rank(Trial trial) {
        TrialState state = trial.evaluation().state();
        return state == TrialState.COMPLETE
                ? 0
                : state == TrialState.FAILED ? 3 : trial.evaluation().violation() > 0 ? 1 : 2;
    }

    private static double loss(Trial trial) {
        return trial.isFeasible()
                ? -trial.evaluation().score()
                : trial.evaluation().violation();
    }
}
