/**
 * Whether a trained configuration may be believed: what luck alone would have given, and what unseen data said. Way in:
 * {@link studio.engine.trust.TrustJudge} with a {@link studio.engine.trust.TrustCase}.
 */
@NullMarked
package studio.engine.trust;

import org.jspecify.annotations.NullMarked;
