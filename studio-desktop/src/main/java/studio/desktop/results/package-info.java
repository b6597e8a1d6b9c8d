/**
 * What a training found: figures, parameters, equity, walk-forward, trades, and the exact request. Way in: {@link
 * studio.desktop.results.ResultsController}.
 */
@NullMarked
package studio.desktop.results;

import org.jspecify.annotations.NullMarked;
