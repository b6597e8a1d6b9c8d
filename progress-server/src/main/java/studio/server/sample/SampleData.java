package studio.server.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.engine.market.Candles;
import studio.model.market.Timeframe;
import studio.server.marketdata.MarketDataService;
import studio.server.marketdata.SeriesKey;
import studio.server.marketdata.sql.CandleSource;
import studio.server.marketdata.sql.NewCandle;
import studio.server.sample.sql.SampleMarks;

/** Fills a new database with series to train on, each once: what the analyst deletes does not come back. */
public final class SampleData {
    /** The series of the default form. */
    public static final SeriesKey SIMULATED = new SeriesKey("simulated", "SIM/USDT", Timeframe.M5);

    static final SeriesKey BITSTAMP = new SeriesKey("bitstamp", "BTC/USD", Timeframe.M1);
    static final SeriesKey ETH = new SeriesKey("binanceus", "ETH/USD", Timeframe.M5);
    static final SeriesKey APPLE = new SeriesKey("us-equity", "AAPL", Timeframe.D1);
    private static final Logger LOG = LoggerFactory.getLogger(SampleData.class);

    private final MarketDataService marketData;
    private final SampleMarks marks;
    private final InstantSource clock;

    public SampleData(MarketDataService marketData, SampleMarks marks, InstantSource clock) {
        this.marketData = marketData;
        this.marks = marks;
        this.clock = clock;
    }

    /** Loads what this database never held. A load that a kill interrupted is done again and changes nothing twice. */
    public void loadOnce() {
        load(SIMULATED, () -> rows(SimulatedMarket.candles(SimulatedMarket.SEED, SimulatedMarket.CANDLES)));
        load(BITSTAMP, RealCandles::bitstampMinutes);
        load(ETH, RealCandles::ethFiveMinutes);
        load(APPLE, RealCandles::appleDays);
    }

    private void load(SeriesKey key, Candidates candidates) {
        String name =
                key.exchange() + " " + key.symbol() + " " + key.timeframe().wireName();
        if (marks.isLoaded(name)) {
            return;
        }
        try {
            List<NewCandle> rows = candidates.get();
            marketData.store(key, sourceOf(rows), "sample");
            marks.markLoaded(name, clock.instant());
            LOG.info("loaded {} sample candles of {}", rows.size(), name);
        } catch (IOException e) {
            throw new UncheckedIOException("The sample data of " + name + " cannot be loaded", e);
        }
    }

    private static List<NewCandle> rows(Candles c) {
        return IntStream.range(0, c.size())
                .mapToObj(i -> new NewCandle(
                        i, c.time()[i], c.open()[i], c.high()[i], c.low()[i], c.close()[i], c.volume()[i]))
                .toList();
    }

    private static CandleSource sourceOf(List<NewCandle> rows) {
        Iterator<NewCandle> left = rows.iterator();
        return () -> left.hasNext() ? Optional.of(left.next()) : Optional.empty();
    }

    @FunctionalInterface
    private interface Candidates {
        List<NewCandle> get() throws IOException;
    }
}
