/**
 * Strategies that analysts write as text. Way in: {@link studio.engine.language.StrategyLanguage}, which reads a text into a
 * typed {@link studio.engine.language.tree.StrategyProgram} or into all of its errors, and
 * {@link studio.engine.language.WrittenStrategy}, which runs a program like any other strategy.
 */
@NullMarked
package studio.engine.language;

import org.jspecify.annotations.NullMarked;
