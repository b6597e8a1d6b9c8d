package studio.engine.indicator;

/**
 * A stochastic oscillator; see {@link Oscillators#stoch}.
 *
 * @param k place of the close in the range, smoothed, 0..100
 * @param d average of {@code k}
 */
public record Stochastic(double[] k, double[] d) {}
