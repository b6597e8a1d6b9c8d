/** Training jobs: start, cancel, history. Way in: {@link studio.server.job.JobService}. */
@NullMarked
package studio.server.job;

import org.jspecify.annotations.NullMarked;
