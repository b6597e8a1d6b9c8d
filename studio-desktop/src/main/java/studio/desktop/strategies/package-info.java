/**
 * Strategies that analysts write: the list, the editor with what is wrong while typing, and how the text would have traded.
 * Way in: {@link studio.desktop.strategies.StrategiesController}.
 */
@NullMarked
package studio.desktop.strategies;

import org.jspecify.annotations.NullMarked;
