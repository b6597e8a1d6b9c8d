package studio.model.strategy;

import java.util.List;

/**
 * One strategy as a form draws it.
 *
 * @param name the identifier, e.g. {@code LIQUIDITY_SWEEP}
 * @param title for people
 * @param minCandles the fewest candles that a training on it accepts
 */
public record StrategyInfo(
        String name, String title, String description, int minCandles, List<ParameterInfo> parameters) {}
