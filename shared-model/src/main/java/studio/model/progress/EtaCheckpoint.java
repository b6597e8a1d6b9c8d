package studio.model.progress;

import org.jspecify.annotations.Nullable;

/**
 * How good forecasts were at one share of the true duration. Errors are medians of the absolute error over the jobs, in
 * parts of the true duration; null where most jobs had nothing to show yet.
 *
 * @param atPercent of the true duration: 10, 25, 50 or 75
 * @param jobs that were judged
 * @param told of them had a forecast by then
 * @param error of the forecast
 * @param coverage the share of told intervals that held the true end, 0..1; they are meant to in 0.8 of the jobs
 * @param overallAverage error of the overall average of the rate
 * @param movingAverage error of the exponential moving average with smoothing 0.3
 * @param slidingWindow error of the rate over the last 30 seconds
 */
public record EtaCheckpoint(
        int atPercent,
        int jobs,
        int told,
        @Nullable Double error,
        @Nullable Double coverage,
        @Nullable Double overallAverage,
        @Nullable Double movingAverage,
        @Nullable Double slidingWindow) {}
