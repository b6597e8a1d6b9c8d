package studio.server.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.model.job.TrainingSpec;
import studio.model.result.DataComparison;
import studio.model.result.DataReport;
import studio.server.job.sql.ResultRepository.Repeated;

/** Tells a re-run how its candles differ from those of the job that it repeats. */
final class DataComparisons {
    private DataComparisons() {}

    static DataComparison compare(CandleSource source, TrainingSpec spec, DataReport now, Repeated repeated) {
        DataReport then = repeated.data();
        if (then.fingerprint().equals(now.fingerprint())) {
            return new DataComparison(repeated.jobId(), true, 0, 0, 0, 0, "identical data");
        }
        Instant first = or(then.heldFirst(), then.first());
        Instant last = or(then.heldLast(), then.last());
        Instant firstNow = or(now.heldFirst(), now.first());
        Instant lastNow = or(now.heldLast(), now.last());
        long revised = then.revision() == 0
                ? 0
                : source.changedSince(
                        spec,
                        then.revision(),
                        first.isAfter(firstNow) ? first : firstNow,
                        last.isBefore(lastNow) ? last : lastNow);
        long filled =
                Math.max(0, source.count(spec, first, last) - then.quality().candles());
        long newer = lastNow.isAfter(last) ? source.count(spec, last.plusMillis(1), lastNow) : 0;
        long leftOut = firstNow.isAfter(first) ? source.count(spec, first, firstNow.minusMillis(1)) : 0;
        return new DataComparison(
                repeated.jobId(),
                false,
                revised,
                filled,
                newer,
                leftOut,
                words(then, now, revised, filled, newer, leftOut));
    }

    private static String words(DataReport then, DataReport now, long revised, long filled, long newer, long leftOut) {
        List<String> parts = new ArrayList<>();
        add(parts, revised, "revised");
        add(parts, filled, "filled in");
        add(parts, newer, "newer");
        add(parts, leftOut, "older left out");
        if (then.droppedZeroVolume() != now.droppedZeroVolume() || then.droppedFlat() != now.droppedFlat()) {
            parts.add("the filters dropped others");
        }
        if (then.revision() == 0) {
            parts.add("revisions before were not recorded");
        }
        return "differs: " + (parts.isEmpty() ? "in a way that was not recorded" : String.join(", ", parts));
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(String.format(Locale.ROOT, "%,d %s %s", count, count == 1 ? "candle" : "candles", what));
        }
    }

    private static Instant or(@Nullable Instant one, Instant other) {
        return one == null ? other : one;
    }
}
