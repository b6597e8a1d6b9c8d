/** From a request to a training: whether it may be started, what it would be, and its start. Way in: {@link studio.server.start.TrainingChecks}. */
@NullMarked
package studio.server.start;

import org.jspecify.annotations.NullMarked;
