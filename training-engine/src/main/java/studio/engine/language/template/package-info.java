/** Texts to begin from, one for each kind of strategy. Way in: {@link studio.engine.language.template.Templates}. */
@NullMarked
package studio.engine.language.template;

import org.jspecify.annotations.NullMarked;
