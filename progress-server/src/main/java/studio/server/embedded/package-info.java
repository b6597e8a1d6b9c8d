/**
 * A real PostgreSQL server on a folder of the user's, for those who have none of their own. Way in:
 * {@link studio.server.embedded.EmbeddedPostgres}.
 */
@NullMarked
package studio.server.embedded;

import org.jspecify.annotations.NullMarked;
