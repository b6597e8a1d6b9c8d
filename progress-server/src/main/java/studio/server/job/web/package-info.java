/** Jobs over HTTP: history, results, marks. Way in: {@link studio.server.job.web.JobRoutes}. */
@NullMarked
package studio.server.job.web;

import org.jspecify.annotations.NullMarked;
