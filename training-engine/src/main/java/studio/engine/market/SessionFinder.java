package studio.engine.market;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import studio.model.market.SeriesClock;
import studio.model.market.Timeframe;

/**
 * Finds between which hours of which zone's day candles shorter than a day lie. In the right zone they use the fewest
 * times of the day, since summer time moves their session with its clocks.
 */
final class SessionFinder {
    private static final int DAY_MINUTES = SeriesClock.WHOLE_DAY;
    /** A time of the day counts as used from this share of the most used one on: a few stray candles make no session. */
    private static final double USED = 0.05;
    /** A market that is closed for less has a thin trade, not an end of the day. */
    private static final int SHORTEST_CLOSE = 30;
    /** From so many days on hours that nobody would guess are believed. */
    private static final int MANY_DAYS = 5;

    private final long[] times;
    private final int step;

    /**
     * Hours of a day; both ends are minutes of the zone's day.
     *
     * @param opens of the first candle, which may begin before the session does
     * @param minutes to the end of the last candle; a whole day for a market without hours
     * @param known the market that has these hours, if it is one of those that we know
     */
    record Session(ZoneId zone, int opens, int minutes, boolean known) {
        boolean isWholeDay() {
            return minutes >= DAY_MINUTES;
        }
    }

    /**
     * @param times ascending, each once, all on the grid
     */
    SessionFinder(long[] times, Timeframe timeframe) {
        this.times = times;
        this.step = (int) (timeframe.millis() / 60_000L);
    }

    /**
     * The hours that most speaks for.
     *
     * @param zones those that are possible, the likeliest first
     */
    Session find(List<ZoneId> zones) {
        Session best = new Session(zones.get(0), 0, DAY_MINUTES, false);
        int fewest = Integer.MAX_VALUE;
        for (ZoneId zone : zones) {
            int[] counts = counts(LocalTimes.of(times, zone));
            int used = used(counts);
            Session session = session(zone, counts);
            boolean known = used == fewest && session.known() && !best.known();
            if (used < fewest || known) {
                best = session;
                fewest = used;
            }
        }
        long days = LocalTimes.dates(LocalTimes.of(times, best.zone()), 0).length;
        boolean believed = days >= MANY_DAYS || best.known() && days >= 2;
        return believed ? best : new Session(ZoneOffset.UTC, 0, DAY_MINUTES, false);
    }

    private Session session(ZoneId zone, int[] counts) {
        int most = most(counts);
        int opens = 0;
        int longest = 0;
        int last = -1;
        for (int i = 0; i < 2 * DAY_MINUTES; i++) {
            if (isUsed(counts[i % DAY_MINUTES], most)) {
                int closed = last < 0 ? 0 : i - last - step;
                if (closed > longest) {
                    longest = closed;
                    opens = i % DAY_MINUTES;
                }
                last = i;
            }
        }
        if (longest < SHORTEST_CLOSE || longest < step && longest < 60) {
            return new Session(zone, 0, DAY_MINUTES, false);
        }
        int minutes = DAY_MINUTES - longest;
        int first = opens;
        boolean known =
                KnownMarket.SESSIONS.stream().anyMatch(m -> m.zone().equals(zone) && isOf(m, first, first + minutes));
        return new Session(zone, opens, minutes, known);
    }

    /** The first candle holds the opening, the last one lies around the close. */
    private boolean isOf(KnownMarket market, int opens, int closes) {
        return opens <= market.opens()
                && market.opens() < opens + step
                && closes > market.closes() - Math.max(step, SHORTEST_CLOSE)
                && closes < market.closes() + Math.max(step, SHORTEST_CLOSE);
    }

    private static int[] counts(long[] local) {
        int[] counts = new int[DAY_MINUTES];
        for (long time : local) {
            counts[(int) (Math.floorMod(time, 86_400_000L) / 60_000L)]++;
        }
        return counts;
    }

    private static int used(int[] counts) {
        int most = most(counts);
        int used = 0;
        for (int count : counts) {
            used += isUsed(count, most) ? 1 : 0;
        }
        return used;
    }

    private static int most(int[] counts) {
        int most = 0;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        return most;
    }

    private static boolean isUsed(int count, int most) {
        return count > 0 && count >= USED * most;
    }
}
