package studio.engine.strategy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds strategies for whoever runs or plans with one. Thread-safe. */
public interface StrategySource {

    /**
     * The strategy of that identifier.
     *
     * @param version of a written strategy; null for one without versions, and for the newest of a written one
     * @return empty when there is none of that name, or no such version
     */
    Optional<Strategy> find(String name, @Nullable Integer version);
}
