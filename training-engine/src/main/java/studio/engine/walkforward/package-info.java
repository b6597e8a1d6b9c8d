/** Validation on unseen data: the optimizer runs again on each train part. Way in: {@link studio.engine.walkforward.WalkForward}. */
@NullMarked
package studio.engine.walkforward;

import org.jspecify.annotations.NullMarked;
