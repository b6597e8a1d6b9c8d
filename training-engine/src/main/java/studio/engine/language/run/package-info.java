/**
 * Runs a strategy that was written as text. Way in: {@link studio.engine.language.run.CompiledProgram}. The typed tree becomes
 * a graph of shared nodes; indicators become columns that all trials share; what is left for each bar becomes one generated
 * class for each text.
 */
@NullMarked
package studio.engine.language.run;

import org.jspecify.annotations.NullMarked;
