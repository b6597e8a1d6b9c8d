package studio.desktop.cli;

import java.io.PrintStream;

/**
 * Where a command writes.
 *
 * @param out results, and nothing else when they are JSON
 * @param err messages for people
 * @param interactive whether a person looks at {@code out}: colours and a bar then, plain lines otherwise
 */
public record Console(PrintStream out, PrintStream err, boolean interactive) {}
