package studio.model.progress;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.model.job.JobStatus;

/**
 * One job's progress at one moment. The fields up to {@code errorMessage} are the seed's.
 *
 * @param percentage 0..100, weighted over the steps; never falls; 100 only when everything is committed
 * @param currentStep the active step's title, "Complete" at the end
 * @param stepNumber 1..4
 * @param stepPercentage 0..100 within the active step
 * @param stepDetails what the step is working on, e.g. {@code optimizer, n_calls}
 * @param estimatedCompletion null while unknown and once ended
 * @param currentIteration trials that have ended, 0..totalIterations
 * @param totalIterations null before the optimizer is known to have a size
 * @param bestScore best feasible score so far, in units of the objective
 * @param currentScore score of the trial that ended last; null when it had none
 * @param errorMessage a sentence that an analyst can act on; only on failed jobs
 * @param message what is going on, in words
 * @param etaLow lower end of the 80 % interval around {@code estimatedCompletion}
 * @param etaHigh upper end of it
 * @param queuePosition 1 for the job that a free worker takes next; null while one has it and once ended
 * @param attempt 1 for the first worker, one more for each takeover; 0 while pending
 * @param version grows by one with every stored change
 */
public record ProgressSnapshot(
        String jobId,
        double percentage,
        String currentStep,
        int stepNumber,
        int totalSteps,
        double stepPercentage,
        Map<String, Object> stepDetails,
        @Nullable Instant startedAt,
        Instant updatedAt,
        @Nullable Instant estimatedCompletion,
        @Nullable Integer currentIteration,
        @Nullable Integer totalIterations,
        @Nullable Double bestScore,
        @Nullable Double currentScore,
        @Nullable Map<String, Object> bestParams,
        boolean isComplete,
        @Nullable String errorMessage,
        JobStatus status,
        String message,
        List<StepProgress> steps,
        @Nullable Instant etaLow,
        @Nullable Instant etaHigh,
        double elapsedSeconds,
        @Nullable Double iterationsPerSecond,
        int infeasibleIterations,
        int failedIterations,
        @Nullable Integer queuePosition,
        int attempt,
        long version) {

    /** The same with that expected end. */
    public ProgressSnapshot expecting(Instant low, Instant expected, Instant high) {
        return new ProgressSnapshot(
                jobId,
                percentage,
                currentStep,
                stepNumber,
                totalSteps,
                stepPercentage,
                stepDetails,
                startedAt,
                updatedAt,
                expected,
                currentIteration,
                totalIterations,
                bestScore,
                currentScore,
                bestParams,
                isComplete,
                errorMessage,
                status,
                message,
                steps,
                low,
                high,
                elapsedSeconds,
                iterationsPerSecond,
                infeasibleIterations,
                failedIterations,
                queuePosition,
                attempt,
                version);
    }
}
