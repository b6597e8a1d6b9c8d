package studio.server.strategy;

import java.time.Instant;
import studio.model.strategy.StrategyVersion;

/** What became of a text that was to be saved. */
public sealed interface SaveOutcome {

    /** It is that version now, or was already. */
    record Saved(StrategyVersion version) implements SaveOutcome {}

    /** Somebody else saved a version since the one that was edited. */
    record Stale(int newest, String author, Instant savedAt) implements SaveOutcome {}

    /** Another strategy has the title. */
    record TitleTaken(String title, String by, boolean archived) implements SaveOutcome {}

    /** There is no written strategy of that name. */
    record NotFound() implements SaveOutcome {}

    /** As many as the server keeps are there already. */
    record TooMany(String sentence) implements SaveOutcome {}
}
