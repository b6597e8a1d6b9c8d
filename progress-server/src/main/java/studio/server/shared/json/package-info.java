/** JSON as it is kept in columns. Way in: {@link studio.server.shared.json.JsonText}. */
@NullMarked
package studio.server.shared.json;

import org.jspecify.annotations.NullMarked;
