package studio.model.system;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.model.job.ValidationSettings;
import studio.model.market.CandleQuality;
import studio.model.result.WindowPlan;

/**
 * What a training would be, before it is started; nothing is stored.
 *
 * @param trials of the optimization; the walk-forward's are {@code windows × validationTrialsPerWindow}
 * @param candles that would be used, after lookback
 * @param memoryBytes that the engine would hold
 * @param estimatedSeconds null while nothing like it has finished on this installation
 * @param estimatedSecondsLow lower end of its 80 % interval
 * @param estimatedSecondsHigh upper end of it
 * @param estimateBasis where the estimate comes from, in words
 * @param validation the windows that would be used; null without validation
 * @param validationScaled true when the default windows were shrunk to fit the data
 * @param warnings sentences that an analyst should read before starting
 */
public record PreflightReport(
        long trials,
        int candles,
        @Nullable Instant first,
        @Nullable Instant last,
        long memoryBytes,
        @Nullable Double estimatedSeconds,
        @Nullable Double estimatedSecondsLow,
        @Nullable Double estimatedSecondsHigh,
        String estimateBasis,
        @Nullable ValidationSettings validation,
        boolean validationScaled,
        int validationTrialsPerWindow,
        List<WindowPlan> windows,
        CandleQuality quality,
        List<String> warnings) {}
