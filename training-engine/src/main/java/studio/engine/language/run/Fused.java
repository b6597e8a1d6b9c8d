package studio.engine.language.run;

/** The operations of one text that are done bar by bar, as one generated class. Stateless and thread-safe. */
abstract class Fused {

    /**
     * Lists the bars of {@code from..to-1} on which one side, and not both, is to be entered.
     *
     * @param out gets the bar of a long signal, the complement of the bar of a short one; at least {@code to - from} long
     * @return how many there are
     */
    abstract int entries(Frame frame, int from, int to, int[] out);

    /** Lists the bars of {@code from..to-1} on which a long position is to be left, in the same way. */
    abstract int exitsLong(Frame frame, int from, int to, int[] out);

    abstract int exitsShort(Frame frame, int from, int to, int[] out);

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
