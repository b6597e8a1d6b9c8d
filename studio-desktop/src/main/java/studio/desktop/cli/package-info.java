/** The terminal commands. Way in: {@link studio.desktop.cli.Commands}; each command talks to a server and prints. */
@NullMarked
package studio.desktop.cli;

import org.jspecify.annotations.NullMarked;
