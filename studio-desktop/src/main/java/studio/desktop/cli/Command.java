package studio.desktop.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import studio.desktop.client.TrainingClient;

/** A command that talks to a server. */
abstract class Command implements Callable<Integer> {
    @Mixin
    final GlobalOptions options = new GlobalOptions();

    final Console console;
    private final Servers servers;

    Command(Console console, Servers servers) {
        this.console = console;
        this.servers = servers;
    }

    final TrainingClient connect(@Nullable Integer threads) {
        return servers.connect(options, threads, this::say);
    }

    /** A message for people. */
    final void say(String message) {
        if (!options.quiet()) {
            console.err().println(message);
        }
    }
}
