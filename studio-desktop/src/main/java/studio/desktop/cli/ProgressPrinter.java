package studio.desktop.cli;

import studio.model.progress.ProgressSnapshot;

/** Shows snapshots as they come. Used by the poller's thread. */
interface ProgressPrinter extends AutoCloseable {
    void print(ProgressSnapshot snapshot);

    /** A message for people. */
    void say(String message);

    @Override
    default void close() {}

    /** The printer for this console: JSON lines, a bar for a person, or plain lines. */
    static ProgressPrinter of(Console console, boolean json, boolean quiet) {
        if (json) {
            return new JsonPrinter(console, quiet);
        }
        return console.interactive() && !quiet ? new BarPrinter(console) : new PlainPrinter(console, quiet);
    }
}
