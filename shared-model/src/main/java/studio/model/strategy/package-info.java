/** Strategies and their parameters, described so that a form can be drawn from them. */
@NullMarked
package studio.model.strategy;

import org.jspecify.annotations.NullMarked;
