package studio.desktop.cli;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.desktop.client.TrainingClient;

/** Finds the server that a command talks to, or starts one. */
@FunctionalInterface
public interface Servers {
    /**
     * A client of a server that is ready.
     *
     * @param threads for a server that has to be started; null for all cores
     * @param saying hears in a sentence what takes time
     * @throws CommandFailedException when there is none and none can be started
     */
    TrainingClient connect(GlobalOptions options, @Nullable Integer threads, Consumer<String> saying);
}
