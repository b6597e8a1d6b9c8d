/** Asks the server again and again how jobs stand. Way in: {@link studio.desktop.poll.JobPoller}. */
@NullMarked
package studio.desktop.poll;

import org.jspecify.annotations.NullMarked;
