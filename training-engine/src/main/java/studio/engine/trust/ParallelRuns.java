package studio.engine.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import studio.engine.search.CancellationToken;

/** Runs numbered pieces of work on all workers and gives their results in order, whoever ran them. */
final class ParallelRuns {
    private ParallelRuns() {}

    /**
     * @param work of a number from 0; must be thread-safe
     * @return empty when cancelled, or when the calling thread was interrupted, which counts as a cancel
     */
    static <T> Optional<List<T>> of(
            int count, IntFunction<Optional<T>> work, CancellationToken cancel, ExecutorService workers) {
        List<Future<Optional<T>>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            running.add(workers.submit(() -> cancel.isCancelled() ? Optional.<T>empty() : work.apply(number)));
        }
        List<T> results = new ArrayList<>();
        try {
            for (Future<Optional<T>> future : running) {
                Optional<T> result = future.get();
                if (result.isEmpty()) {
                    return Optional.empty();
                }
                results.add(result.get());
            }
            return Optional.of(results);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof Error error) {
                throw error;
            }
            throw cause instanceof RuntimeException broken ? broken : new IllegalStateException(cause);
        } finally {
            running.forEach(future -> future.cancel(false));
        }
    }
}
