/** Jobs and what hangs on them in PostgreSQL. Way in: {@link studio.server.job.sql.JobRepository}. */
@NullMarked
package studio.server.job.sql;

import org.jspecify.annotations.NullMarked;
