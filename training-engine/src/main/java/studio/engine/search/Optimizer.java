package studio.engine.search;

import java.util.List;

/**
 * Proposes points and learns from their scores. Deterministic: the same space, seed and told trials give the same
 * proposals. Not thread-safe; {@link Search} owns it.
 */
public interface Optimizer {

    /**
     * The next batch of points, none of which was proposed before; empty when there is nothing left to propose. The
     * size of a batch never depends on the number of threads.
     *
     * @param limit the most points wanted, at least 1
     */
    List<ParameterSet> ask(int limit);

    /** Tells the results of the last batch, in the order it was asked. */
    void tell(List<Trial> batch);
}
