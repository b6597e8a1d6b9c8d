/** Candles as columns of primitives, and their quality. Way in: {@link studio.engine.market.Candles}. */
@NullMarked
package studio.engine.market;

import org.jspecify.annotations.NullMarked;
