package studio.server.pipeline;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import studio.engine.search.Trial;
import studio.model.job.TrialState;

/** Counts trials as they end, on whichever thread, without a lock. */
final class SearchTally {
    private final AtomicReference<Count> count = new AtomicReference<>(new Count(0, 0, 0, null, null));

    /**
     * @param ended trials of any state
     * @param lastScore of the trial that ended last; null when it had none
     */
    record Count(
            int ended,
            int infeasible,
            int failed,
            @Nullable Trial bestOrNull,
            @Nullable Double lastScore) {
        Count with(Trial trial) {
            TrialState state = trial.evaluation().state();
            return new Count(
                    ended + 1,
                    infeasible + (state == TrialState.INFEASIBLE ? 1 : 0),
                    failed + (state == TrialState.FAILED ? 1 : 0),
                    better(trial) ? trial : bestOrNull,
                    trial.isFeasible() ? (Double) trial.evaluation().score() : null);
        }

        /** Higher score, or the same with an earlier number: the same trial wins on any number of threads. */
        private boolean better(Trial trial) {
            if (!trial.isFeasible() || bestOrNull == null) {
                return trial.isFeasible();
            }
            int compared = Double.compare(
                    trial.evaluation().score(), bestOrNull.evaluation().score());
            return compared > 0 || compared == 0 && trial.number() < bestOrNull.number();
        }

        Optional<Trial> best() {
            return Optional.ofNullable(bestOrNull);
        }
    }

    Count add(Trial trial) {
        return Objects.requireNonNull(count.updateAndGet(held -> held.with(trial)));
    }

    Count now() {
        return Objects.requireNonNull(count.get());
    }
}
