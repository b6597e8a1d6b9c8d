package studio.server.marketdata;

/** What came of the wish to remove a series. */
public sealed interface RemovalOutcome {
    /** It is gone, with so many candles. */
    record Removed(long candles) implements RemovalOutcome {}

    /** None of its candles are held. */
    record NotHeld() implements RemovalOutcome {}

    /**
     * Somebody needs it now.
     *
     * @param by who, for a sentence
     */
    record InUse(String by) implements RemovalOutcome {}
}
