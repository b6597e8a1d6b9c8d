/** The guard before every route. Way in: {@link studio.server.security.web.Guard}. */
@NullMarked
package studio.server.security.web;

import org.jspecify.annotations.NullMarked;
