package studio.engine.search;

import java.util.List;
import java.util.Optional;

/**
 * A finished or cancelled search.
 *
 * @param trials in order of number; after a cancel, those that had ended
 * @param best the feasible trial of the highest score, the earliest of equals; empty without a feasible one
 */
public record SearchResult(List<Trial> trials, Optional<Trial> best, boolean cancelled) {}
