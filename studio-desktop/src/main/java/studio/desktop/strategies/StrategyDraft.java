package studio.desktop.strategies;

import org.jspecify.annotations.Nullable;
import studio.model.strategy.StrategyOrigin;

/**
 * A text that was typed and not saved as a version.
 *
 * @param name the identifier of the strategy that it is to become the next version of; null for a new one
 * @param basedOn the version that it began as; null for a new one
 * @param copiedFrom what a new one was copied from; null for others
 */
record StrategyDraft(
        @Nullable String name,
        @Nullable Integer basedOn,
        String text,
        @Nullable StrategyOrigin copiedFrom) {}
