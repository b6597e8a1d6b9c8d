package studio.engine.strategy;

import java.util.Arrays;
import studio.engine.indicator.IndicatorCache;
import studio.engine.search.ParameterSet;

/** Signals of a strategy that lists them rather than writing every bar. */
abstract class SparseSignals extends AtrExits {
    SparseSignals(IndicatorCache data, ParameterSet parameters) {
        super(data, parameters);
    }

    @Override
    public abstract void list(int fromBar, int toBar, SignalList signals);

    @Override
    public final void write(int fromBar, int toBar, byte[] signals) {
        SignalList listed = new SignalList();
        list(fromBar, toBar, listed);
        Arrays.fill(signals, fromBar, toBar, NONE);
        for (int i = 0; i < listed.size(); i++) {
            signals[listed.bar(i)] = listed.signal(i);
        }
    }
}
