/**
 * From statements to a typed program: names, types, inputs, rules and limits. Way in:
 * {@link studio.engine.language.typing.ProgramReader}.
 */
@NullMarked
package studio.engine.language.typing;

import org.jspecify.annotations.NullMarked;
