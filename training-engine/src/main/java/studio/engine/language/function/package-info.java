/**
 * The functions of the strategy language: names, parameters, outputs and help. Way in:
 * {@link studio.engine.language.function.Functions}.
 */
@NullMarked
package studio.engine.language.function;

import org.jspecify.annotations.NullMarked;
