/** Candle series as they cross the wire: what is held, how good it is, what an import did. */
@NullMarked
package studio.model.market;

import org.jspecify.annotations.NullMarked;
