/**
 * Long tries of what must never happen: lost jobs, lost trials, jobs run twice, slow polls. Way in: {@code benchmarks/run
 * soak}. Real server processes on a real PostgreSQL, killed and stopped in earnest.
 */
@NullMarked
package studio.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
