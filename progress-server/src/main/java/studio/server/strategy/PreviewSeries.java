package studio.server.strategy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;
import studio.engine.metric.AnnualPeriods;
import studio.model.market.SeriesClock;
import studio.model.market.SeriesInfo;
import studio.model.market.Timeframe;
import studio.server.marketdata.HeldCandles;
import studio.server.marketdata.MarketDataService;
import studio.server.marketdata.SeriesKey;

/**
 * The candles of the series that previews were asked for last, with the indicators computed on them: typing asks for the same ones
 * again and again. A series that has changed meanwhile is read again. Thread-safe.
 */
final class PreviewSeries {
    /** With 500,000 candles each, and indicators that go when memory is short. */
    private static final int MOST = 3;

    /** For the indicators of each: typing must not push out what trainings hold. */
    private static final long INDICATOR_BYTES = 128L << 20;

    private final MarketDataService marketData;
    private final Map<Stretch, Held> newest = new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Stretch, Held> eldest) {
            return size() > MOST;
        }
    };

    private record Stretch(String exchange, String symbol, Timeframe timeframe, int candles) {}

    /**
     * Candles, ready to be traded.
     *
     * @param last open time of the series' newest candle when they were read
     * @param count of the whole series then
     * @param clock that the periods were counted by
     */
    record Held(
            IndicatorCache data, AnnualPeriods periods, long revision, Instant last, long count, SeriesClock clock) {
        Candles candles() {
            return data.candles();
        }
    }

    PreviewSeries(MarketDataService marketData) {
        this.marketData = marketData;
    }

    /** The newest candles of a series; empty when it is not held. */
    Optional<Held> of(String exchange, String symbol, Timeframe timeframe, int candles) {
        Optional<SeriesInfo> info = marketData.series(exchange, symbol, timeframe);
        if (info.isEmpty()) {
            return Optional.empty();
        }
        Stretch stretch = new Stretch(exchange, symbol, timeframe, candles);
        synchronized (newest) {
            Held known = newest.get(stretch);
            if (known != null && isStill(known, info.get())) {
                return Optional.of(known);
            }
        }
        HeldCandles read = marketData.lastHeld(exchange, symbol, timeframe, null, candles);
        if (read.candles().size() == 0) {
            return Optional.empty();
        }
        Held held = new Held(
                IndicatorCache.within(read.candles(), INDICATOR_BYTES),
                AnnualPeriods.of(read.candles().clock()),
                read.revision(),
                info.get().last(),
                info.get().candles(),
                read.candles().clock());
        synchronized (newest) {
            newest.put(stretch, held);
        }
        return Optional.of(held);
    }

    private boolean isStill(Held known, SeriesInfo now) {
        Candles c = known.candles();
        return known.last().equals(now.last())
                && known.count() == now.candles()
                && known.clock().equals(now.clock().clock())
                && marketData.changedSince(
                                new SeriesKey(now.exchange(), now.symbol(), now.timeframe()),
                                known.revision(),
                                Instant.ofEpochMilli(c.time()[0]),
                                now.last())
                        == 0;
    }
}
