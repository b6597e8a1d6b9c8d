package studio.desktop.app;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to reach a server. The first one begins before the toolkit does: finding or starting a server and opening a
 * window take about as long, and neither needs the other. Thread-safe.
 */
final class ConnectionAttempt {
    private final FutureTask<Connector.Connection> made;
    private @Nullable Consumer<String> listener;
    private String said = "";

    /** {@code request} is asked for on the thread that runs the attempt. */
    ConnectionAttempt(Connector connector, Callable<Connector.Request> request) {
        this.made = new FutureTask<>(() -> connector.connect(request.call(), this::say));
    }

    /** Blocks; does nothing when the attempt is under way already. */
    void run() {
        made.run();
    }

    /**
     * Runs the attempt unless another thread does, and waits for what comes of it.
     *
     * @param saying hears at once what was said last, then all that is said
     * @throws Exception what the connector threw
     */
    Connector.Connection await(Consumer<String> saying) throws Exception {
        listen(saying);
        made.run();
        try {
            return made.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private synchronized void listen(Consumer<String> saying) {
        listener = saying;
        if (!said.isEmpty()) {
            saying.accept(said);
        }
    }

    private synchronized void say(String sentence) {
        said = sentence;
        if (listener != null) {
            listener.accept(sentence);
        }
    }
}
