/** Technical indicators as whole columns, computed once per series and shared. Way in: {@link studio.engine.indicator.IndicatorCache}. */
@NullMarked
package studio.engine.indicator;

import org.jspecify.annotations.NullMarked;
