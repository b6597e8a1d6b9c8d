package studio.model.strategy;

import org.jspecify.annotations.Nullable;

/**
 * A text to be saved as a new strategy, or as the next version of one.
 *
 * @param text of at most 65,536 characters
 * @param note of at most 2,000 characters
 * @param basedOn for a next version: the version that was edited; refused when it is not the newest any more
 * @param copiedFrom for a new strategy: what it was copied from
 */
public record SaveStrategyRequest(
        @Nullable String text,
        @Nullable String note,
        @Nullable Integer basedOn,
        @Nullable StrategyOrigin copiedFrom,
        @Nullable String createdBy) {}
