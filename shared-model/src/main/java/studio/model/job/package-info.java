/** Jobs: what is asked for, what was stored, what happened to it. Way in: {@link studio.model.job.StartRequest}. */
@NullMarked
package studio.model.job;

import org.jspecify.annotations.NullMarked;
