package studio.server.pipeline;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.engine.search.Trial;
import studio.engine.trust.PermutationResult;
import studio.engine.trust.TrialSample;
import studio.model.result.WalkForwardReport;
import studio.server.job.sql.ClaimedJob;

/** What a run has found so far, from step to step. Belongs to the run's thread; the tally may be read at any time. */
final class Findings {
    final ClaimedJob job;
    final SearchTally tally = new SearchTally();
    private @Nullable TrainingData data;
    private @Nullable WalkForwardReport walkForward;
    private @Nullable TrialSample sample;
    private @Nullable PermutationResult permutations;

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

    void sample(TrialSample trials) {
        sample = trials;
    }

    /** Of the trials of a finished search. */
    TrialSample sample() {
        return Optional.ofNullable(sample).orElseThrow(() -> new IllegalStateException("optimization has not run"));
    }

    void permutations(PermutationResult result) {
        permutations = result;
    }

    @Nullable
    PermutationResult permutations() {
        return permutations;
    }

    Optional<Trial> best() {
        return tally.now().best();
    }

    int ended() {
        return tally.now().ended();
    }
}
