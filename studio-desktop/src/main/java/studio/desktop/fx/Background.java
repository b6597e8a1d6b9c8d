package studio.desktop.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs blocking calls away from the FX thread and brings their outcome back to it.
 *
 * <pre>{@code
 * background.call(client::series).onSuccess(this::show).onError(this::tell).andFinally(this::idle).start();
 * }</pre>
 *
 * <p>The executors belong to whoever made them. With {@code Runnable::run} for both, a test without toolkit runs
 * everything at once.
 */
public final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final Executor workers;
    private final Executor fx;

    /** {@code workers} run the calls, {@code fx} their callbacks; normally {@link FxThread#executor()}. */
    public Background(Executor workers, Executor fx) {
        this.workers = workers;
        this.fx = fx;
    }

    /** A call that is not under way until {@link Call#start()}. */
    public <T extends @Nullable Object> Call<T> call(Callable<T> work) {
        return new Call<>(work);
    }

    /** An action without a result. */
    public Call<@Nullable Void> run(Runnable work) {
        return call(() -> {
            work.run();
            return null;
        });
    }

    /** Lets go of a call: it may still run, its callbacks will not. For the FX thread. */
    public interface Ticket {
        void cancel();
    }

    /** One call with what follows it. Not thread-safe; every callback runs on the FX thread. */
    public final class Call<T extends @Nullable Object> {
        private final Callable<T> work;
        private Consumer<T> success = value -> {};
        private Consumer<Exception> error =
                e -> LOG.warn("A background call failed, and nobody was there to hear of it", e);
        private Runnable last = () -> {};
        private boolean cancelled;

        private Call(Callable<T> work) {
            this.work = work;
        }

        public Call<T> onSuccess(Consumer<T> then) {
            success = then;
            return this;
        }

        /** Also told when the workers take no more work, as they do once the app is closing. */
        public Call<T> onError(Consumer<Exception> then) {
            error = then;
            return this;
        }

        /** Runs after either. */
        public Call<T> andFinally(Runnable then) {
            last = then;
            return this;
        }

        public Ticket start() {
            try {
                workers.execute(this::work);
            } catch (RejectedExecutionException e) {
                finish(() -> error.accept(e));
            }
            return () -> cancelled = true;
        }

        private void work() {
            T value;
            try {
                value = work.call();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                finish(() -> error.accept(e));
                return;
            } catch (Exception e) {
                finish(() -> error.accept(e));
                return;
            }
            finish(() -> success.accept(value));
        }

        private void finish(Runnable outcome) {
            fx.execute(() -> {
                if (cancelled) {
                    return;
                }
                try {
                    outcome.run();
                } finally {
                    last.run();
                }
            });
        }
    }
}
