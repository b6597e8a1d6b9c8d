/** The server that queues, runs and remembers trainings. Its composition root is {@code ServerApp}. */
@NullMarked
package studio.server;

import org.jspecify.annotations.NullMarked;
