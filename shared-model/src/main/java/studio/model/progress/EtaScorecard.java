package studio.model.progress;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good this installation's forecasts of a job's end were, beside published estimators on the same jobs.
 *
 * @param jobs the newest completed jobs that are counted, at most 1,000
 * @param longestStandstillSeconds the longest time in which any of their bars did not move; null without jobs
 * @param checkpoints at 10, 25, 50 and 75 % of the true duration
 */
public record EtaScorecard(int jobs, @Nullable Double longestStandstillSeconds, List<EtaCheckpoint> checkpoints) {
    public EtaScorecard {
        checkpoints = List.copyOf(checkpoints);
    }
}
