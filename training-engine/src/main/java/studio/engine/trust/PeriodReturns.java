package studio.engine.trust;

import java.util.Arrays;
import studio.engine.backtest.BacktestResult;
import studio.engine.market.Candles;

/** The returns that Sharpe ratios are made of: per trading day of the series' clock, or per candle where a candle is a day or longer. */
final class PeriodReturns {
    private static final long DAY_MILLIS = 86_400_000L;

    private PeriodReturns() {}

    /** Simple returns of equity; the first runs from the initial capital. */
    static double[] of(BacktestResult run, double initialCapital) {
        boolean[] endsDay = endsDay(run.candles());
        boolean perCandle = run.candles().timeframe().millis() >= DAY_MILLIS;
        double[] equity = run.equity();
        double[] returns = new double[equity.length];
        int periods = 0;
        double start = initialCapital;
        for (int i = 0; i < equity.length; i++) {
            int bar = run.fromBar() + i;
            if (perCandle || i == equity.length - 1 || endsDay[bar]) {
                returns[periods++] = equity[i] / start - 1;
                start = equity[i];
            }
        }
        return Arrays.copyOf(returns, periods);
    }

    /** How many returns a run over the whole series has. */
    static int count(Candles candles) {
        int last = candles.size() - 1;
        if (candles.timeframe().millis() >= DAY_MILLIS) {
            return last + 1;
        }
        boolean[] endsDay = endsDay(candles);
        int days = 1;
        for (int bar = 0; bar < last; bar++) {
            days += endsDay[bar] ? 1 : 0;
        }
        return days;
    }

    /** For each bar whether the next one is of another day; false for the last. */
    private static boolean[] endsDay(Candles candles) {
        long[] time = candles.time();
        boolean[] ends = new boolean[time.length];
        long nextDay = Long.MIN_VALUE;
        for (int bar = 0; bar < time.length; bar++) {
            if (time[bar] >= nextDay) {
                if (bar > 0) {
                    ends[bar - 1] = true;
                }
                nextDay = candles.clock().dayStart(candles.clock().dayOf(time[bar]) + 1);
            }
        }
        return ends;
    }
}
