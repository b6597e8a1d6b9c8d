/** The one Jackson mapping that server, desktop and tests share. */
@NullMarked
package studio.model.json;

import org.jspecify.annotations.NullMarked;
