/** Saved configurations in PostgreSQL. Way in: {@link studio.server.configuration.sql.ConfigurationRepository}. */
@NullMarked
package studio.server.configuration.sql;

import org.jspecify.annotations.NullMarked;
