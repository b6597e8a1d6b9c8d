/** How good the forecast of a job's end is. Way in: {@link studio.benchmarks.eta.EtaScorecard}. */
@NullMarked
package studio.benchmarks.eta;

import org.jspecify.annotations.NullMarked;
