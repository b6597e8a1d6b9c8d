package studio.server.marketdata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.model.market.ImportPreview;
import studio.model.market.PreviewRow;
import studio.model.market.RejectedLine;
import studio.model.market.Timeframe;
import studio.server.marketdata.file.CandleFile;
import studio.server.marketdata.sql.NewCandle;
import studio.server.marketdata.sql.SeenSlots;

/** Collects what a preview tells of a file's candles. Not thread-safe. */
final class PreviewReader {
    private static final int SHOWN = 50;
    private static final int STEPS = 10_000;

    private final SeriesKey key;
    private final SeenSlots seen;
    private final List<PreviewRow> rows = new ArrayList<>();
    private final Map<Long, Integer> steps = new HashMap<>();
    private long accepted;
    private long lastTime;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    PreviewReader(SeriesKey key) {
        this.key = key;
        this.seen = SeenSlots.of(key.timeframe());
    }

    void take(NewCandle c) {
        if (accepted > 0 && accepted < STEPS && c.time() != lastTime) {
            steps.merge(Math.abs(c.time() - lastTime), 1, Integer::sum);
        }
        accepted++;
        lastTime = c.time();
        first = Math.min(first, lastTime);
        last = Math.max(last, lastTime);
        seen.add(lastTime);
        if (rows.size() < SHOWN) {
            rows.add(new PreviewRow(
                    c.line(), Instant.ofEpochMilli(c.time()), c.open(), c.high(), c.low(), c.close(), c.volume()));
        }
    }

    ImportPreview preview(CandleFile file, List<RejectedLine> rejections, ClockedCandles clocked) {
        return new ImportPreview(
                key.exchange(),
                key.symbol(),
                key.timeframe(),
                file.layout().orElse(null),
                clocked.otherTimeframe() == null ? likelyTimeframe() : clocked.otherTimeframe(),
                file.read(),
                accepted - seen.count(),
                file.misordered(),
                file.order(),
                file.rejected(),
                rejections,
                accepted == 0 ? null : Instant.ofEpochMilli(first),
                accepted == 0 ? null : Instant.ofEpochMilli(last),
                List.copyOf(rows),
                clocked.found());
    }

    private @Nullable Timeframe likelyTimeframe() {
        long step = steps.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0L);
        return Arrays.stream(Timeframe.values())
                .filter(t -> t.millis() == step)
                .findFirst()
                .orElse(null);
    }
}
