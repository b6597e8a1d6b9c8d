/** The table {@code sample_loads}. */
@NullMarked
package studio.server.sample.sql;

import org.jspecify.annotations.NullMarked;
