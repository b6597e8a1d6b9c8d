package studio.engine.search;

/** Asks whether to stop; checked between trials and inside long ones. Thread-safe. */
@FunctionalInterface
public interface CancellationToken {
    CancellationToken NEVER = () -> false;

    boolean isCancelled();
}
