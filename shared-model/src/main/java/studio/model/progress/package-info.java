/** The progress snapshot that modal, history and terminal draw. Way in: {@link studio.model.progress.ProgressSnapshot}. */
@NullMarked
package studio.model.progress;

import org.jspecify.annotations.NullMarked;
