package studio.server.progress;

/**
 * How long something will take, in seconds, with an 80 % interval.
 *
 * @param samples finished steps that it comes from
 */
public record DurationEstimate(double low, double expected, double high, int samples) {
    /** Both, one after the other; the intervals are added, since both depend on the same machine's mood. */
    public DurationEstimate plus(DurationEstimate other) {
        return new DurationEstimate(
                low + other.low, expected + other.expected, high + other.high, Math.min(samples, other.samples));
    }
}
