package studio.server.marketdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import studio.engine.market.Candles;
import studio.engine.market.Resampler;
import studio.model.market.ClockBasis;
import studio.model.market.FoundClock;
import studio.model.market.ResampleReport;
import studio.model.market.SeriesInfo;
import studio.model.market.Timeframe;
import studio.server.marketdata.sql.CandleWriter;
import studio.server.marketdata.sql.NewCandle;
import studio.server.marketdata.sql.StoreOrder;
import studio.server.marketdata.sql.StoredCandles;

/** Sums candles of a held series up to longer ones, and stores those as a series of its own. Thread-safe. */
public final class Resampling {
    private static final String ORIGIN = "resampled from ";

    private final MarketDataService marketData;
    private final CandleWriter writer;
    private final java.time.InstantSource clock;

    public Resampling(MarketDataService marketData, CandleWriter writer, java.time.InstantSource clock) {
        this.marketData = marketData;
        this.writer = writer;
        this.clock = clock;
    }

    /** Why a series cannot be resampled so; empty when it can. */
    public Optional<String> refusal(SeriesKey key, Timeframe to) {
        if (to.millis() <= key.timeframe().millis()
                || to.millis() % key.timeframe().millis() != 0) {
            return Optional.of("= " + to.wireName() + " is no longer multiple of "
                    + key.timeframe().wireName());
        }
        if (marketData.series(key.exchange(), key.symbol(), key.timeframe()).isEmpty()) {
            return Optional.of("cannot be made: no " + key.timeframe().wireName() + " candles of " + key.symbol()
                    + " at " + key.exchange() + " are held");
        }
        return marketData
                .series(key.exchange(), key.symbol(), to)
                .map(SeriesInfo::origin)
                .filter(origin -> !origin.startsWith(ORIGIN))
                .map(origin -> "= " + to.wireName() + " is held already, from " + origin
                        + "; resampling would replace an exchange's own candles");
    }

    /** Resamples the whole series; {@link #refusal} must be empty. */
    public ResampleReport resample(SeriesKey key, Timeframe to) {
        HeldCandles held = marketData.lastHeld(key.exchange(), key.symbol(), key.timeframe(), null, null);
        Resampler.Resampled longer = Resampler.resample(held.candles(), to);
        Candles c = longer.candles();
        ClockBasis basis = marketData
                .series(key.exchange(), key.symbol(), key.timeframe())
                .map(series -> series.clock().basis())
                .orElse(ClockBasis.ASSUMED);
        int[] at = {0};
        StoreOrder order = new StoreOrder(
                new SeriesKey(key.exchange(), key.symbol(), to),
                FoundClock.of(c.clock(), basis, null),
                ORIGIN + key.timeframe().wireName(),
                clock.instant());
        try {
            StoredCandles stored = writer.store(
                    order, () -> at[0] < c.size() ? Optional.of(candle(c, at[0]++)) : Optional.empty(), n -> {}, null);
            return new ResampleReport(
                    key.exchange(),
                    key.symbol(),
                    key.timeframe(),
                    to,
                    held.candles().size(),
                    stored.inserted(),
                    stored.updated(),
                    stored.unchanged(),
                    longer.leftOut());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NewCandle candle(Candles c, int i) {
        return new NewCandle(i, c.time()[i], c.open()[i], c.high()[i], c.low()[i], c.close()[i], c.volume()[i]);
    }
}
