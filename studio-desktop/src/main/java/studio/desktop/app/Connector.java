package studio.desktop.app;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.desktop.client.TrainingClient;
import studio.desktop.poll.JobPoller;
import studio.desktop.settings.ServerProbe;

/** Finds or starts the server that the window talks to. Called in the background; may take a while. */
public interface Connector extends ServerProbe {

    /**
     * Connects to a server that is ready to answer.
     *
     * @param request where to
     * @param saying hears in a sentence what is going on: unpacking the database, first start…
     * @throws Exception with a message that says what is wrong and what to do
     */
    Connection connect(Request request, Consumer<String> saying) throws Exception;

    /**
     * Where to connect.
     *
     * @param serverUrl empty for the embedded server
     * @param token for that server; empty when it demands none
     * @param pollInterval asked before each round
     */
    record Request(String serverUrl, String token, Supplier<Duration> pollInterval) {
        /** Without the token: records end up in logs. */
        @Override
        public String toString() {
            return "Request[" + serverUrl + "]";
        }
    }

    /**
     * A server that answers. Closing it lets go of threads and connections, not of trainings.
     *
     * @param name for the status line, e.g. {@code http://127.0.0.1:8080} or {@code embedded}
     * @param revive starts the app's own server again if its process has ended, and tells whether it is at another address
     *     now; takes up to minutes, so it is called in the background. Null where the server is somebody else's
     */
    record Connection(
            TrainingClient client,
            JobPoller poller,
            String name,
            Runnable onClose,
            @Nullable Callable<Boolean> revive) implements AutoCloseable {

        /** To somebody else's server. */
        public Connection(TrainingClient client, JobPoller poller, String name, Runnable onClose) {
            this(client, poller, name, onClose, null);
        }

        @Override
        public void close() {
            onClose.run();
        }
    }
}
