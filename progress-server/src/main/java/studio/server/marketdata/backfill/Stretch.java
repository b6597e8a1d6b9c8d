package studio.server.marketdata.backfill;

import java.util.ArrayList;
import java.util.List;

/**
 * Open times to be fetched, both inclusive, epoch milliseconds UTC.
 */
record Stretch(long first, long last) {

    /** How many candles of that length fit. */
    long candles(long step) {
        return (last - first) / step + 1;
    }

    /**
     * What is missing between two open times.
     *
     * @param held open times that are held between them, ascending
     */
    static List<Stretch> missing(long first, long last, long[] held, long step) {
        List<Stretch> missing = new ArrayList<>();
        long next = first;
        for (long time : held) {
            if (time > next) {
                missing.add(new Stretch(next, time - step));
            }
            next = time + step;
        }
        if (next <= last) {
            missing.add(new Stretch(next, last));
        }
        return missing;
    }

    /** What is left of some stretches from an open time on. */
    static List<Stretch> from(List<Stretch> stretches, long time) {
        return stretches.stream()
                .filter(s -> s.last() >= time)
                .map(s -> new Stretch(Math.max(s.first(), time), s.last()))
                .toList();
    }
}
