/** Trading strategies and the public interface that plug-ins implement. Way in: {@link studio.engine.strategy.Strategy}. */
@NullMarked
package studio.engine.strategy;

import org.jspecify.annotations.NullMarked;
