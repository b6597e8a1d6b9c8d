package studio.engine.strategy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.model.strategy.StrategyInfo;

/** The strategies that can be trained: the built-in ones, then those that plug-ins bring. Immutable. */
public final class StrategyCatalogue implements StrategySource {
    private final Map<String, Strategy> byName = new LinkedHashMap<>();

    private StrategyCatalogue(Collection<Strategy> strategies) {
        for (Strategy strategy : strategies) {
            Strategy other = byName.put(strategy.name(), strategy);
            if (other != null) {
                throw new IllegalArgumentException("two strategies are called " + strategy.name() + ": "
                        + other.getClass().getName() + " and "
                        + strategy.getClass().getName());
            }
        }
    }

    /** The built-in strategies. */
    public static StrategyCatalogue standard() {
        return of(List.of(
                new LiquiditySweep(),
                new CapitulationReversal(),
                new FailedBreakdown(),
                new MovingAverageCross(),
                new RsiReversion(),
                new DonchianBreakout(),
                new BollingerReversion()));
    }

    /** Exactly these; throws {@code IllegalArgumentException} when two share a name. */
    public static StrategyCatalogue of(Collection<Strategy> strategies) {
        return new StrategyCatalogue(strategies);
    }

    /** These and further ones; throws {@code IllegalArgumentException} when two share a name. */
    public StrategyCatalogue with(Collection<Strategy> further) {
        List<Strategy> all = new ArrayList<>(all());
        all.addAll(further);
        return of(all);
    }

    public List<Strategy> all() {
        return List.copyOf(byName.values());
    }

    public Optional<Strategy> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public Optional<Strategy> find(String name, @Nullable Integer version) {
        return version == null ? find(name) : Optional.empty();
    }

    /** The strategy as a form draws it. */
    public static StrategyInfo describe(Strategy s) {
        return new StrategyInfo(s.name(), s.title(), s.description(), s.minCandles(), s.parameters());
    }
}
