/** What it costs to tell how far a job is. Way in: {@link studio.benchmarks.progress.ProgressTable}. */
@NullMarked
package studio.benchmarks.progress;

import org.jspecify.annotations.NullMarked;
