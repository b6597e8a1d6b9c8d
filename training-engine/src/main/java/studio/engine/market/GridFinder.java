package studio.engine.market;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import studio.model.market.Timeframe;

/** Finds the wall clock that open times keep to, and where on it candles begin. */
final class GridFinder {
    private static final long MINUTE = 60_000L;
    private static final long DAY = 86_400_000L;
    private static final long WEEK = 7 * DAY;
    /** The epoch was a Thursday, three days after a Monday. */
    private static final long FIRST_MONDAY = -3 * DAY;
    /** From so many times on a grid that nobody would guess is believed. */
    private static final int MANY = 6;
    /** So many of them must lie on it. */
    private static final double MOST = 0.9;

    private final long[] times;
    private final Timeframe timeframe;

    /**
     * A grid: all times at which the zone's wall clock shows {@code anchor}, or a multiple of the timeframe more or less.
     *
     * @param anchor milliseconds from midnight, of a week from Monday's
     * @param known whether candles usually open then
     * @param share of the times that lie on it, 0..1
     */
    record Grid(ZoneId zone, long anchor, boolean known, double share) {}

    /**
     * @param times ascending, each once
     */
    GridFinder(long[] times, Timeframe timeframe) {
        this.times = times;
        this.timeframe = timeframe;
    }

    /** The grid that the times lie on; multiples of the timeframe in UTC where they lie on none. */
    Grid find() {
        Grid best = new Grid(ZoneOffset.UTC, 0, true, share(times, 0));
        if (best.share() == 1) {
            return best;
        }
        for (ZoneId zone : zones()) {
            long[] local = LocalTimes.of(times, zone);
            Optional<Long> anchor = mostFrequent(local);
            if (anchor.isPresent()) {
                best = better(best, grid(zone, local, anchor.get()));
            }
        }
        return best.share() >= MOST || best.anchor() == 0 && best.zone() == ZoneOffset.UTC
                ? best
                : new Grid(ZoneOffset.UTC, 0, true, share(times, 0));
    }

    private Grid grid(ZoneId zone, long[] local, long anchor) {
        IntPredicate usual = opens -> Math.floorMod(anchor - opens * MINUTE, Math.min(length(), DAY)) == 0;
        boolean known = timeframe.millis() > Timeframe.H1.millis()
                ? KnownMarket.DAYS.stream().anyMatch(m -> m.zone().equals(zone) && usual.test(m.opens()))
                : timeframe.millis() > Timeframe.M15.millis() && anchor % (15 * MINUTE) == 0;
        boolean usualWeek = timeframe != Timeframe.W1 || times.length > 2;
        return new Grid(zone, anchor, known && usualWeek, share(local, anchor));
    }

    /** Summer time moves candles of up to an hour by whole candles. */
    private List<ZoneId> zones() {
        return timeframe.millis() > Timeframe.H1.millis() ? KnownMarket.ZONES : List.of(ZoneOffset.UTC);
    }

    private Grid better(Grid best, Grid other) {
        if (!other.known() && times.length < MANY) {
            return best;
        }
        boolean surer = other.share() > best.share();
        boolean likelier = other.share() == best.share() && other.known() && !best.known();
        return surer || likelier ? other : best;
    }

    private Optional<Long> mostFrequent(long[] local) {
        Map<Long, Integer> counts = new HashMap<>();
        for (long time : local) {
            long place = Math.floorMod(time - FIRST_MONDAY, length());
            if (place % MINUTE == 0) {
                counts.merge(place, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<Long, Integer>comparingByValue()
                        .thenComparing(Map.Entry.<Long, Integer>comparingByKey().reversed()))
                .map(Map.Entry::getKey);
    }

    private double share(long[] local, long anchor) {
        long on = 0;
        for (long time : local) {
            on += Math.floorMod(time - FIRST_MONDAY - anchor, length()) == 0 ? 1 : 0;
        }
        return local.length == 0 ? 1 : (double) on / local.length;
    }

    private long length() {
        return timeframe == Timeframe.W1 ? WEEK : timeframe.millis();
    }
}
