/** What a training found: metrics, equity, trades, walk-forward, saved configuration. Undefined figures are null. */
@NullMarked
package studio.model.result;

import org.jspecify.annotations.NullMarked;
