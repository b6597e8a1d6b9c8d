/** Idempotency keys in PostgreSQL. */
@NullMarked
package studio.server.shared.web.sql;

import org.jspecify.annotations.NullMarked;
