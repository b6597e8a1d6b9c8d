/** The tracker, its writer and the forecast of the end. Way in: {@link studio.server.progress.ProgressTracker}. */
@NullMarked
package studio.server.progress;

import org.jspecify.annotations.NullMarked;
