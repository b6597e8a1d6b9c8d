/** The connection pool and the migrations. Way in: {@link studio.server.shared.sql.Database}. */
@NullMarked
package studio.server.shared.sql;

import org.jspecify.annotations.NullMarked;
