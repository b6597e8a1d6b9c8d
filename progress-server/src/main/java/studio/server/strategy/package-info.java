/**
 * Strategies: the built-in ones, those of plug-ins, and texts that analysts write, with their versions. Ways in: {@link
 * studio.server.strategy.Strategies} finds one, {@link studio.server.strategy.WrittenStrategies} saves a text, {@link
 * studio.server.strategy.StrategyChecks} says what a text is.
 */
@NullMarked
package studio.server.strategy;

import org.jspecify.annotations.NullMarked;
