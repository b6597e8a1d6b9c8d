package studio.benchmarks.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import studio.engine.indicator.IndicatorCache;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.Strategy;
import studio.model.strategy.ParameterInfo;
import studio.model.strategy.ParameterType;

/** Parameters as a random search draws them from a strategy's own ranges. */
final class Trials {
    private Trials() {}

    static ParameterSet defaults(Strategy strategy) {
        Map<String, Object> values = new LinkedHashMap<>();
        strategy.parameters().forEach(p -> values.put(p.name(), p.defaultValue()));
        return new ParameterSet(values);
    }

    /** Distinct sets that do not contradict themselves. */
    static List<ParameterSet> drawn(Strategy strategy, IndicatorCache data, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ParameterSet> drawn = new ArrayList<>();
        while (drawn.size() < count) {
            Map<String, Object> values = new LinkedHashMap<>();
            strategy.parameters().forEach(p -> values.put(p.name(), draw(p, random)));
            ParameterSet parameters = new ParameterSet(values);
            try {
                strategy.prepare(data, parameters);
                drawn.add(parameters);
            } catch (IllegalArgumentException contradiction) {
                // Not a trial that runs; the next draw is.
                continue;
            }
        }
        return drawn;
    }

    private static Object draw(ParameterInfo p, SplittableRandom random) {
        if (p.values() != null) {
            return p.values().get(random.nextInt(p.values().size()));
        }
        double min = java.util.Objects.requireNonNull(p.min());
        double max = java.util.Objects.requireNonNull(p.max());
        return p.type() == ParameterType.INTEGER
                ? (Object) random.nextInt((int) min, (int) max + 1)
                : (Object) random.nextDouble(min, max);
    }
}
