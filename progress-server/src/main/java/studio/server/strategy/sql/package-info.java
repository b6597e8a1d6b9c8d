/** Written strategies in PostgreSQL. */
@NullMarked
package studio.server.strategy.sql;

import org.jspecify.annotations.NullMarked;
