package studio.engine.language.run;

import studio.engine.strategy.SignalList;
import studio.engine.strategy.Signals;

/**
 * Takes over the bars that generated code lists. It lists a few hundred at a time into an array: a loop that calls nothing is one
 * that the virtual machine unrolls.
 */
final class BarListing {
    private static final int AT_ONCE = 1_024;
    private static final ThreadLocal<int[]> BARS = ThreadLocal.withInitial(() -> new int[AT_ONCE]);

    private BarListing() {}

    /** Long signals are bars, short ones complements. */
    static void entries(Fused fused, Frame frame, int from, int to, SignalList signals) {
        int[] bars = BARS.get();
        for (int start = from; start < to; start += AT_ONCE) {
            int count = fused.entries(frame, start, Math.min(to, start + AT_ONCE), bars);
            for (int i = 0; i < count; i++) {
                int bar = bars[i];
                if (bar >= 0) {
                    signals.add(bar, Signals.LONG);
                } else {
                    signals.add(~bar, Signals.SHORT);
                }
            }
        }
    }

    static void exits(Fused fused, Frame frame, int from, int to, byte side, SignalList exits) {
        int[] bars = BARS.get();
        for (int start = from; start < to; start += AT_ONCE) {
            int end = Math.min(to, start + AT_ONCE);
            int count = side == Signals.LONG
                    ? fused.exitsLong(frame, start, end, bars)
                    : fused.exitsShort(frame, start, end, bars);
            for (int i = 0; i < count; i++) {
                exits.add(bars[i], side);
            }
        }
    }
}
