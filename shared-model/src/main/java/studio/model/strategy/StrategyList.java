package studio.model.strategy;

import java.util.List;

/** Every strategy that the server knows. */
public record StrategyList(List<StrategyInfo> strategies) {}
