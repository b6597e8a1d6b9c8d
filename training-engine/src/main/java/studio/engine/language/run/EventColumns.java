package studio.engine.language.run;

import static studio.engine.language.run.ColumnFunction.of;

import java.util.List;
import studio.engine.indicator.Events;

/** What happened, and when it last did, as columns. */
final class EventColumns {
    private EventColumns() {}

    static List<ColumnFunction> all() {
        return List.of(
                of("rising", l -> l.whole(1), a -> Events.rising(a.numbers(0), a.whole(1))),
                of("falling", l -> l.whole(1), a -> Events.falling(a.numbers(0), a.whole(1))),
                of("barssince", l -> 0, a -> Events.barsSince(a.conditions(0))),
                of("valuewhen", l -> 0, a -> Events.valueWhen(a.conditions(0), a.numbers(1), a.whole(2))),
                of(
                        "pivothigh",
                        l -> l.whole(1) + l.whole(2),
                        a -> Events.pivotHigh(a.numbers(0), a.whole(1), a.whole(2))),
                of(
                        "pivotlow",
                        l -> l.whole(1) + l.whole(2),
                        a -> Events.pivotLow(a.numbers(0), a.whole(1), a.whole(2))));
    }
}
