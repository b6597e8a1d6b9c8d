package studio.server.queue;

import studio.engine.search.ParameterSet;

/** A strategy that breaks for every fast period above a bound. */
final class BreakingStrategy extends BorrowedStrategy {
    static final String NAME = "BREAKING";

    private final double largest;

    BreakingStrategy(double largest) {
        super(NAME);
        this.largest = largest;
    }

    @Override
    void before(ParameterSet parameters) {
        Object period = parameters.values().get("fast_period");
        if (period instanceof Number number && number.doubleValue() > largest) {
            throw new IllegalStateException("no such period");
        }
    }
}
