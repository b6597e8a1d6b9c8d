/** What storing trials and progress adds to a search. Way in: {@link studio.benchmarks.stored.StoredTrials}. */
@NullMarked
package studio.benchmarks.stored;

import org.jspecify.annotations.NullMarked;
