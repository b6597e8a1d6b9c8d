package studio.engine.backtest;

import studio.engine.market.Candles;

/** Finds the first bar that touches a position's stop or target. */
final class ExitScan {
    private final double[] high;
    private final double[] low;

    ExitScan(Candles candles) {
        this.high = candles.high();
        this.low = candles.low();
    }

    /** The first bar of {@code fromBar..toBar} (exclusive) that touches either price; {@code toBar} when none does. */
    int firstHit(int fromBar, int toBar, int side, double stop, double target) {
        return side > 0 ? firstOutside(fromBar, toBar, stop, target) : firstOutside(fromBar, toBar, target, stop);
    }

    /** Whether that bar touches the stop; one that touches both prices does. */
    boolean isStop(int bar, int side, double stop) {
        return side > 0 ? low[bar] <= stop : high[bar] >= stop;
    }

    private int firstOutside(int fromBar, int toBar, double lower, double upper) {
        double[] lows = low;
        double[] highs = high;
        int t = fromBar;
        while (t < toBar && !(lows[t] <= lower || highs[t] >= upper)) {
            t++;
        }
        return t;
    }
}
