/** A strategy's text after reading: names resolved, types known. Way in: {@link studio.engine.language.tree.StrategyProgram}. */
@NullMarked
package studio.engine.language.tree;

import org.jspecify.annotations.NullMarked;
