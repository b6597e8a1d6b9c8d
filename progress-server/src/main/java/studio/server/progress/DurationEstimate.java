package studio.server.progress;

/**
 * How long something will take, in seconds, with an 80 % interval.
 *
 * @param samples finished jobs that it comes from
 */
public record DurationEstimate(double low, double expected, double high, int samples) {}
