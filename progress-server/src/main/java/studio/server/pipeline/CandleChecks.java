package studio.server.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.engine.market.CandleQualityMeter;
import studio.engine.market.Candles;
import studio.engine.market.TradingCalendar;
import studio.engine.strategy.Strategy;
import studio.engine.walkforward.WalkForwardPlan;
import studio.model.job.TrainingSpec;
import studio.model.job.ValidationSettings;
import studio.model.market.CandleQuality;

/** Refuses candles that no honest training can be made of, in sentences that say what there is and what is needed. */
final class CandleChecks {
    private static final int TIMES_TOLD = 5;
    private static final double DAY_MILLIS = 86_400_000;

    private CandleChecks() {}

    static void refuseImpossible(Candles candles, CandleQuality quality) {
        if (quality.impossible() == 0) {
            return;
        }
        List<Instant> times = IntStream.range(0, candles.size())
                .filter(bar -> CandleQualityMeter.isImpossible(candles, bar))
                .mapToObj(bar -> Instant.ofEpochMilli(candles.time()[bar]))
                .toList();
        String told = times.stream().limit(TIMES_TOLD).map(Instant::toString).collect(Collectors.joining(", "));
        throw new TrainingFailure(quality.impossible() + " of " + candles.size()
                + " candles are impossible (low above high, open or close outside, or a figure that is not positive): "
                + told + (times.size() > TIMES_TOLD ? " and others" : "")
                + ". Import them again from a clean source, or choose a lookback that leaves them out.");
    }

    static void refuseGaps(Candles candles, @Nullable Integer maxGapCandles) {
        if (maxGapCandles == null) {
            return;
        }
        TradingCalendar calendar = TradingCalendar.of(candles.clock());
        long[] time = candles.time();
        for (int i = 1; i < time.length; i++) {
            long missing = time[i] - time[i - 1] == candles.timeframe().millis()
                    ? 0
                    : calendar.expectedBetween(time[i - 1], time[i]);
            if (missing > maxGapCandles) {
                throw new TrainingFailure(missing + " candles are missing after " + Instant.ofEpochMilli(time[i - 1])
                        + ", max_gap_candles allows " + maxGapCandles
                        + ". Fill the gap by an import, choose a lookback after it, or allow larger gaps.");
            }
        }
    }

    static void refuseTooFew(Candles used, Candles held, Strategy strategy, TrainingSpec spec) {
        int needed = Math.max(2, strategy.minCandles(spec.timeframe()));
        if (used.size() >= needed) {
            return;
        }
        String filters = used.size() < held.size() ? " after filters removed " + (held.size() - used.size()) : "";
        throw new TrainingFailure(String.format(
                Locale.ROOT,
                "%s %s from %s has %,d candles%s, but %s needs at least %,d. Ask for a longer lookback, import more"
                        + " data, or choose a smaller timeframe.",
                spec.symbol(),
                spec.timeframe().wireName(),
                spec.exchange(),
                used.size(),
                filters,
                spec.strategy(),
                needed));
    }

    static TrainingFailure tooShortForWindows(long first, long end, @Nullable ValidationSettings given) {
        ValidationSettings settings = given == null ? ValidationSettings.standard() : given;
        return new TrainingFailure(String.format(
                Locale.ROOT,
                "The data spans %.1f days, but two walk-forward windows of %s + %s + %s days need %.1f. Ask for a longer"
                        + " lookback, give shorter windows, or switch validation off.",
                (end - first) / DAY_MILLIS,
                days(settings.trainWindowDays()),
                days(settings.gapDays()),
                days(settings.testWindowDays()),
                settings.daysFor(WalkForwardPlan.FEWEST_WINDOWS)));
    }

    private static String days(double days) {
        return days == Math.rint(days) ? String.valueOf((long) days) : String.valueOf(days);
    }
}
