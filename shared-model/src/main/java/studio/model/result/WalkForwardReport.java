package studio.model.result;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.model.job.ValidationSettings;

/**
 * Walk-forward validation as a whole.
 *
 * @param settings the windows that were used; {@code scaled} when they were shrunk to fit the data
 * @param trialsPerWindow the optimizer's budget on each train part
 * @param efficiency annualized out-of-sample return divided by annualized in-sample return; null where undefined
 * @param profitableWindows fraction of tested windows with a gain, 0..1
 * @param outOfSample metrics of the stitched test parts
 * @param equity stitched out-of-sample equity, thinned for drawing
 * @param parameterSpread per parameter the standard deviation of the chosen values divided by the width of its range
 */
public record WalkForwardReport(
        ValidationSettings settings,
        boolean scaled,
        int trialsPerWindow,
        List<WindowResult> windows,
        @Nullable Double efficiency,
        @Nullable Double profitableWindows,
        @Nullable Metrics outOfSample,
        List<EquityPoint> equity,
        Map<String, Double> parameterSpread) {}
