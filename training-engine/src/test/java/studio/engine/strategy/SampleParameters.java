package studio.engine.strategy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import studio.engine.search.ParameterSet;
import studio.model.strategy.ParameterInfo;
import studio.model.strategy.ParameterType;

/** Seeded points of a strategy's own ranges. */
public final class SampleParameters {
    private SampleParameters() {}

    public static ParameterSet defaults(Strategy strategy) {
        Map<String, Object> values = new LinkedHashMap<>();
        strategy.parameters().forEach(p -> values.put(p.name(), p.defaultValue()));
        return new ParameterSet(values);
    }

    public static ParameterSet random(Strategy strategy, SplittableRandom random) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (ParameterInfo p : strategy.parameters()) {
            if (p.values() != null) {
                values.put(p.name(), p.values().get(random.nextInt(p.values().size())));
            } else if (p.type() == ParameterType.INTEGER) {
                values.put(p.name(), random.nextInt(p.min().intValue(), p.max().intValue() + 1));
            } else {
                values.put(p.name(), random.nextDouble(p.min(), p.max()));
            }
        }
        return new ParameterSet(values);
    }

    /** Most parameters at their default, some anywhere in their range, so that strict setups speak often enough. */
    public static ParameterSet nearDefaults(Strategy strategy, SplittableRandom random) {
        Map<String, Object> values = new LinkedHashMap<>(defaults(strategy).values());
        random(strategy, random).values().forEach((name, value) -> {
            if (random.nextInt(4) == 0) {
                values.put(name, value);
            }
        });
        return new ParameterSet(values);
    }
}
