package studio.engine.indicator;

/** A band around an average. */
public record Band(double[] middle, double[] upper, double[] lower) {}
