package studio.model.strategy;

/**
 * What a strategy was copied from; a copy counts its trials together with its origin.
 *
 * @param version of the origin at the time of copying
 */
public record StrategyOrigin(String name, int version) {}
