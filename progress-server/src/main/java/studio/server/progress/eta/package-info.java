/**
 * The forecast of a job's end, apart from clocks, threads and the database, so that a recorded job can be replayed through
 * it. Way in: {@link studio.server.progress.eta.Forecaster}.
 */
@NullMarked
package studio.server.progress.eta;

import org.jspecify.annotations.NullMarked;
