/** Performance figures, each with formula and source. Way in: {@link studio.engine.metric.MetricsAccumulator}. */
@NullMarked
package studio.engine.metric;

import org.jspecify.annotations.NullMarked;
