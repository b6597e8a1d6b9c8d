/** Strategies that come with the program as texts. Way in: {@link studio.engine.language.shipped.ShippedTexts}. */
@NullMarked
package studio.engine.language.shipped;

import org.jspecify.annotations.NullMarked;
