package studio.model.strategy;

import org.jspecify.annotations.Nullable;

/**
 * A change to a written strategy as a whole.
 *
 * @param archived true takes it out of lists and forms; its versions and trainings stay
 */
public record StrategyPatch(@Nullable Boolean archived) {}
