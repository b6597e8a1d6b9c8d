/** Optimizers on published test functions. Way in: {@link studio.benchmarks.optimizer.OptimizerTable}. */
@NullMarked
package studio.benchmarks.optimizer;

import org.jspecify.annotations.NullMarked;
