/**
 * A text's statements taken apart into rows, for those who choose rather than write. Way in:
 * {@link studio.engine.language.outline.Outline}.
 */
@NullMarked
package studio.engine.language.outline;

import org.jspecify.annotations.NullMarked;
