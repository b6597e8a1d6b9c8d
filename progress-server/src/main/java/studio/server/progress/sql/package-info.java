/** Progress rows and costs of finished steps in PostgreSQL. Way in: {@link studio.server.progress.sql.ProgressRepository}. */
@NullMarked
package studio.server.progress.sql;

import org.jspecify.annotations.NullMarked;
