package studio.engine.market;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;

/** Open times, ascending, as the wall clock of a zone shows them. */
final class LocalTimes {
    private static final long DAY = 86_400_000L;

    private LocalTimes() {}

    /** Milliseconds of the wall clock since its 1970-01-01T00:00. */
    static long[] of(long[] times, ZoneId zone) {
        if (zone instanceof ZoneOffset fixed) {
            return shifted(times, fixed.getTotalSeconds() * 1000L);
        }
        long[] local = new long[times.length];
        long until = Long.MIN_VALUE;
        long offset = 0;
        for (int i = 0; i < times.length; i++) {
            if (times[i] >= until) {
                Instant at = Instant.ofEpochMilli(times[i]);
                offset = zone.getRules().getOffset(at).getTotalSeconds() * 1000L;
                ZoneOffsetTransition change = zone.getRules().nextTransition(at);
                until = change == null ? Long.MAX_VALUE : change.getInstant().toEpochMilli();
            }
            local[i] = times[i] + offset;
        }
        return local;
    }

    private static long[] shifted(long[] times, long by) {
        long[] local = times.clone();
        for (int i = 0; i < local.length && by != 0; i++) {
            local[i] += by;
        }
        return local;
    }

    /** Dates, in days since 1970-01-01, each once, ascending. */
    static long[] dates(long[] local, int turns) {
        long[] dates = new long[local.length];
        int n = 0;
        for (long time : local) {
            long date = Math.floorDiv(time - turns * 60_000L, DAY) + (turns >= 720 ? 1 : 0);
            // Where clocks are set back the wall clock repeats an hour, never a day.
            if (n == 0 || date > dates[n - 1]) {
                dates[n++] = date;
            }
        }
        return java.util.Arrays.copyOf(dates, n);
    }
}
