package studio.engine.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a search has proposed, so that nothing is proposed twice, and what is left when a method has no new idea. */
final class Freshness {
    private final Set<ParameterSet> proposed = new HashSet<>();
    private final Optimizer leftovers;

    Freshness(ParameterSpace space, long seed) {
        this.leftovers = Optimizers.random(space, SeededRandom.mix(seed, 1));
    }

    int size() {
        return proposed.size();
    }

    boolean isFresh(ParameterSet point) {
        return !proposed.contains(point);
    }

    /** Adds the point to the batch unless it was proposed before; true when it was not. */
    boolean claim(ParameterSet point, List<ParameterSet> batch) {
        return proposed.add(point) && batch.add(point);
    }

    /** Adds a seeded random point that was not proposed before; false when the space is exhausted. */
    boolean claimLeftover(List<ParameterSet> batch) {
        while (true) {
            List<ParameterSet> next = leftovers.ask(1);
            if (next.isEmpty()) {
                return false;
            }
            if (claim(next.get(0), batch)) {
                return true;
            }
        }
    }
}
