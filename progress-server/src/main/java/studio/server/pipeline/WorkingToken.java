package studio.server.pipeline;

import studio.engine.search.CancellationToken;

/**
 * Long computations ask between two pieces of work whether to stop; that they ask is the sign that they go on. So the same
 * question that ends a model fit within a moment moves the bar while it lasts, and the engine needs to know nothing of bars
 * (decision 32). Thread-safe if {@code onAsked} is.
 *
 * @param cancel answers
 * @param onAsked runs at every question, on the thread that asks; must return at once
 */
record WorkingToken(CancellationToken cancel, Runnable onAsked) implements CancellationToken {
    @Override
    public boolean isCancelled() {
        onAsked.run();
        return cancel.isCancelled();
    }
}
