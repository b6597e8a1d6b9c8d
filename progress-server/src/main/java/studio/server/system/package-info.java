/** The server about itself: health and idleness. */
@NullMarked
package studio.server.system;

import org.jspecify.annotations.NullMarked;
