package studio.server.pipeline;

import java.time.Instant;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import studio.engine.market.Candles;
import studio.model.job.TrainingSpec;
import studio.model.market.Timeframe;
import studio.server.marketdata.HeldCandles;
import studio.server.marketdata.MarketDataService;
import studio.server.marketdata.SeriesKey;

/** The series in the database, with their history. Thread-safe. */
public record HeldSeries(MarketDataService marketData) implements CandleSource {
    @Override
    public Candles last(
            String exchange,
            String symbol,
            Timeframe timeframe,
            @Nullable Integer lookbackDays,
            @Nullable Integer lookbackCandles) {
        return marketData.lastCandles(exchange, symbol, timeframe, lookbackDays, lookbackCandles);
    }

    @Override
    public HeldCandles held(TrainingSpec spec, DoubleConsumer progress) {
        return marketData.lastHeld(
                spec.exchange(),
                spec.symbol(),
                spec.timeframe(),
                spec.lookbackDays(),
                spec.lookbackCandles(),
                progress);
    }

    @Override
    public long changedSince(TrainingSpec spec, long revision, Instant from, Instant to) {
        return marketData.changedSince(key(spec), revision, from, to);
    }

    @Override
    public long count(TrainingSpec spec, Instant from, Instant to) {
        return marketData.count(key(spec), from, to);
    }

    private static SeriesKey key(TrainingSpec spec) {
        return new SeriesKey(spec.exchange(), spec.symbol(), spec.timeframe());
    }
}
