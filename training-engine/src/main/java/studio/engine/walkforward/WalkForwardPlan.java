package studio.engine.walkforward;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.model.job.OptimizerKind;
import studio.model.job.ValidationMode;
import studio.model.job.ValidationSettings;
import studio.model.market.SeriesClock;
import studio.model.result.WindowPlan;

/**
 * The windows of one walk-forward validation.
 *
 * @param scaled true when the standard windows were shrunk to fit the data
 * @param windows in order of time, at least two
 */
public record WalkForwardPlan(ValidationSettings settings, boolean scaled, List<WindowPlan> windows) {

    /** The standard windows are shrunk so that this many fit. */
    public static final int STANDARD_WINDOWS = 3;

    /** Fewer windows than this validate nothing. */
    public static final int FEWEST_WINDOWS = 2;

    private static final int FEWEST_TRIALS = 30;
    private static final int LARGEST_WHOLE_GRID = 1_000;

    public WalkForwardPlan {
        windows = List.copyOf(windows);
    }

    /**
     * Lays windows over the data. Their borders lie whole days of the clock apart, at the same hour of its zone, and begin
     * with a trading day where the clock has a zone of its own.
     *
     * @param clock of the series
     * @param firstOpenMillis open time of the first candle
     * @param endMillis close time of the last candle, exclusive
     * @param given the analyst's windows, used unchanged; null for the standard ones, which keep their proportions but
     *     are shrunk to exactly three windows when the data holds fewer
     * @return empty when fewer than two windows fit
     */
    public static Optional<WalkForwardPlan> fit(
            SeriesClock clock, long firstOpenMillis, long endMillis, @Nullable ValidationSettings given) {
        long first = clock.windowsFrom(firstOpenMillis);
        double days = clock.daysBetween(first, endMillis);
        ValidationSettings settings = given == null ? ValidationSettings.standard() : given;
        boolean scaled = given == null && days < settings.daysFor(STANDARD_WINDOWS);
        if (scaled) {
            settings = shrunk(settings, days);
        }
        List<WindowPlan> windows = windows(clock, first, endMillis, settings);
        return windows.size() < FEWEST_WINDOWS
                ? Optional.empty()
                : Optional.of(new WalkForwardPlan(settings, scaled, windows));
    }

    /**
     * The optimizer's budget on each train part: a quarter of the whole search's, at least 30, never more than it. A
     * grid of at most 1,000 points is run as a whole on each part; of a larger one a seeded sample of a quarter, at
     * least 1,000.
     */
    public static int trialsPerWindow(OptimizerKind kind, long plannedTrials) {
        long fewest = kind == OptimizerKind.GRID ? LARGEST_WHOLE_GRID : FEWEST_TRIALS;
        return (int) Math.min(Integer.MAX_VALUE, Math.min(plannedTrials, Math.max(fewest, plannedTrials / 4)));
    }

    /** Same proportions, cut to thousandths of a day so that three windows surely fit. */
    private static ValidationSettings shrunk(ValidationSettings full, double days) {
        double factor = days / full.daysFor(STANDARD_WINDOWS);
        return new ValidationSettings(
                full.mode(),
                floor(full.trainWindowDays() * factor),
                floor(full.testWindowDays() * factor),
                floor(full.gapDays() * factor),
                floor(full.stepDays() * factor));
    }

    private static double floor(double days) {
        return Math.floor(days * 1_000) / 1_000;
    }

    private static List<WindowPlan> windows(SeriesClock clock, long first, long end, ValidationSettings settings) {
        List<WindowPlan> windows = new ArrayList<>();
        if (!(settings.trainWindowDays() > 0 && settings.testWindowDays() > 0 && settings.stepDays() > 0)) {
            return windows;
        }
        boolean anchored = settings.mode() == ValidationMode.ANCHORED;
        for (int number = 1; ; number++) {
            long start = clock.plusDays(first, (number - 1) * settings.stepDays());
            long trainEnd = clock.plusDays(start, settings.trainWindowDays());
            long testStart = clock.plusDays(trainEnd, settings.gapDays());
            long testEnd = clock.plusDays(testStart, settings.testWindowDays());
            if (testEnd > end) {
                return windows;
            }
            windows.add(new WindowPlan(
                    number,
                    Instant.ofEpochMilli(anchored ? first : start),
                    Instant.ofEpochMilli(trainEnd),
                    Instant.ofEpochMilli(testStart),
                    Instant.ofEpochMilli(testEnd)));
        }
    }
}
