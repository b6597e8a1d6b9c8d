package studio.server.progress;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.model.progress.StepProgress;

/**
 * A progress row as a worker writes it; status, version and the time of the change are the database's.
 *
 * @param attempt of the worker that writes
 * @param percentage 0..100
 * @param stepPercentage 0..100
 */
public record ProgressState(
        String jobId,
        int attempt,
        double percentage,
        String currentStep,
        int stepNumber,
        double stepPercentage,
        Map<String, Object> stepDetails,
        @Nullable Instant startedAt,
        @Nullable EtaRange eta,
        ProgressUpdate figures,
        boolean complete,
        @Nullable String errorMessage,
        String message,
        List<StepProgress> steps) {
    /** The same but for the forecast, which changes with every look at the clock. */
    boolean sameButForForecast(ProgressState other) {
        return withEta(null).equals(other.withEta(null));
    }

    ProgressState withEta(@Nullable EtaRange range) {
        return new ProgressState(
                jobId,
                attempt,
                percentage,
                currentStep,
                stepNumber,
                stepPercentage,
                stepDetails,
                startedAt,
                range,
                figures,
                complete,
                errorMessage,
                message,
                steps);
    }
}
