package studio.desktop.chart;

import org.jspecify.annotations.Nullable;

/**
 * One walk-forward window as a pair of bars.
 *
 * @param inSample score on the train part; null where there is none
 * @param outOfSample score on the unseen test part; null where there is none
 * @param span the test part in words
 */
public record WindowBars(
        String number,
        String span,
        @Nullable Double inSample,
        @Nullable Double outOfSample) {}
