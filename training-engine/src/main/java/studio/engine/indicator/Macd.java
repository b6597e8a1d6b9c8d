package studio.engine.indicator;

/**
 * Moving average convergence divergence; see {@link Oscillators#macd}.
 *
 * @param line fast less slow average
 * @param signal average of the line
 * @param histogram line less signal
 */
public record Macd(double[] line, double[] signal, double[] histogram) {}
