/**
 * From text to statements: tokens, lines, the grammar's parser (ANTLR) and what is wrong with a line's form. Way in:
 * {@link studio.engine.language.syntax.SyntaxReader}. Knows nothing of names and types.
 */
@NullMarked
package studio.engine.language.syntax;

import org.jspecify.annotations.NullMarked;
