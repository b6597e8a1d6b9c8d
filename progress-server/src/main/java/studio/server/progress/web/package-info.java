/** Progress over HTTP, as it is polled. Way in: {@link studio.server.progress.web.ProgressRoutes}. */
@NullMarked
package studio.server.progress.web;

import org.jspecify.annotations.NullMarked;
