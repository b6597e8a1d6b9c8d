package studio.engine.language.run;

import static studio.engine.language.run.ColumnFunction.of;

import java.util.List;
import studio.engine.indicator.Statistics;

/** Statistics of the last values as columns. */
final class StatisticColumns {
    private StatisticColumns() {}

    static List<ColumnFunction> all() {
        return List.of(
                of("linreg", l -> l.whole(1) - 1, a -> Statistics.linreg(a.numbers(0), a.whole(1), a.whole(2))),
                of(
                        "correlation",
                        l -> l.whole(2) - 1,
                        a -> Statistics.correlation(a.numbers(0), a.numbers(1), a.whole(2))),
                of("highest", l -> l.whole(1) - 1, a -> Statistics.highest(a.numbers(0), a.whole(1))),
                of("lowest", l -> l.whole(1) - 1, a -> Statistics.lowest(a.numbers(0), a.whole(1))),
                of("highestbars", l -> l.whole(1) - 1, a -> Statistics.highestBars(a.numbers(0), a.whole(1))),
                of("lowestbars", l -> l.whole(1) - 1, a -> Statistics.lowestBars(a.numbers(0), a.whole(1))),
                of("sum", l -> l.whole(1) - 1, a -> Statistics.sum(a.numbers(0), a.whole(1))));
    }
}
