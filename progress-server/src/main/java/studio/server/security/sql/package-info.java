/** Tokens in PostgreSQL, by their hashes alone. */
@NullMarked
package studio.server.security.sql;

import org.jspecify.annotations.NullMarked;
