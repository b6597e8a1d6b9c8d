package studio.server.pipeline;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.engine.search.Trial;
import studio.model.result.WalkForwardReport;
import studio.server.job.sql.ClaimedJob;

/** What a run has found so far, from step to step. Belongs to the run's thread; the tally may be read at any time. */
final class Findings {
    final ClaimedJob job;
    final SearchTally tally = new SearchTally();
    private @Nullable TrainingData data;
    private @Nullable WalkForwardReport walkForward;

    Findings(ClaimedJob job) {
        this.job = job;
    }

    void data(TrainingData collected) {
        data = collected;
    }

    Optional<TrainingData> collected() {
        return Optional.ofNullable(data);
    }

    /** Of a step after data collection. */
    TrainingData data() {
        return collected().orElseThrow(() -> new IllegalStateException("data collection has not run"));
    }

    void walkForward(WalkForwardReport report) {
        walkForward = report;
    }

    @Nullable
    WalkForwardReport walkForward() {
        return walkForward;
    }

    Optional<Trial> best() {
        return tally.now().best();
    }

    int ended() {
        return tally.now().ended();
    }
}
