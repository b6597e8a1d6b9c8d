package studio.server.pipeline;

import java.time.Instant;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import studio.engine.market.Candles;
import studio.model.job.TrainingSpec;
import studio.model.market.Timeframe;
import studio.server.marketdata.HeldCandles;

/** The candles that are held. */
@FunctionalInterface
public interface CandleSource {
    /**
     * The last candles of a series, counted back from the last stored one; empty columns when nothing of it is held.
     * One of the lookbacks is null; less data than asked for is given as it is.
     */
    Candles last(
            String exchange,
            String symbol,
            Timeframe timeframe,
            @Nullable Integer lookbackDays,
            @Nullable Integer lookbackCandles);

    /**
     * The candles of a job with what else is known of them; a source that keeps no history knows of no revisions.
     *
     * @param progress is told the share that is read, 0..1, now and then
     */
    default HeldCandles held(TrainingSpec spec, DoubleConsumer progress) {
        Candles candles =
                last(spec.exchange(), spec.symbol(), spec.timeframe(), spec.lookbackDays(), spec.lookbackCandles());
        return new HeldCandles(candles, 0, 0);
    }

    /** Candles between two open times whose figures are others than after the storing of that number. */
    default long changedSince(TrainingSpec spec, long revision, Instant from, Instant to) {
        return 0;
    }

    /** Candles held between two open times, both inclusive. */
    default long count(TrainingSpec spec, Instant from, Instant to) {
        return 0;
    }
}
