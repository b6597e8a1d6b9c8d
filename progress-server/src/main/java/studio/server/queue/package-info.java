/** Runs jobs through db-scheduler on the same PostgreSQL. Way in: {@link studio.server.queue.JobQueue}. */
@NullMarked
package studio.server.queue;

import org.jspecify.annotations.NullMarked;
