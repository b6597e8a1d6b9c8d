package studio.engine.language.run;

import studio.engine.strategy.SignalList;

/** The operations of one text that are done bar by bar, as one generated class. Stateless and thread-safe. */
abstract class Fused {

    /** Adds the bars of {@code from..to-1} on which one side, and not both, is to be entered. */
    abstract void entries(Frame frame, int from, int to, SignalList signals);

    abstract void exitsLong(Frame frame, int from, int to, SignalList exits);

    abstract void exitsShort(Frame frame, int from, int to, SignalList exits);

    /** Writes the column of that number, of numbers, for bars {@code 0..to-1}. */
    abstract void fillNumbers(int column, Frame frame, double[] out, int to);

    /** The same for a column of conditions. */
    abstract void fillConditions(int column, Frame frame, boolean[] out, int to);

    /**
     * The value of that rule at a bar.
     *
     * @param stop the distance to the initial stop; NaN without one
     */
    abstract double rule(int rule, Frame frame, int bar, double stop);
}
