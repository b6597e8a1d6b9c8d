/** The database that tests of every package use: {@link studio.server.shared.sql.TestDatabase}. */
@NullMarked
package studio.server.shared.sql;

import org.jspecify.annotations.NullMarked;
