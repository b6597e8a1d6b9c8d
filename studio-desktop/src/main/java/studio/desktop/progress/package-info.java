/**
 * The progress modal: watches one job from its acceptance to its summary. Way in: {@link
 * studio.desktop.progress.ProgressModal}.
 */
@NullMarked
package studio.desktop.progress;

import org.jspecify.annotations.NullMarked;
