package studio.engine.indicator;

/**
 * A stop line that follows a trend; see {@link Volatility#supertrend}.
 *
 * @param line the lower band in an uptrend, the upper one in a downtrend
 * @param direction 1 in an uptrend, -1 in a downtrend
 */
public record Supertrend(double[] line, double[] direction) {}
