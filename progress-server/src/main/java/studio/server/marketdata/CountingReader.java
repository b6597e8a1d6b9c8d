package studio.server.marketdata;

import java.util.function.DoubleConsumer;
import studio.server.marketdata.sql.CandleReader;

/** Hands candles on and tells now and then how many of the expected ones are read. Not thread-safe. */
final class CountingReader implements CandleReader {
    private static final int TOLD_EVERY = 8_192;

    private final CandleReader next;
    private final double expected;
    private final DoubleConsumer progress;
    private long read;

    /**
     * @param expected candles, roughly
     * @param progress is told a share, 0..1
     */
    CountingReader(CandleReader next, long expected, DoubleConsumer progress) {
        this.next = next;
        this.expected = Math.max(1, expected);
        this.progress = progress;
    }

    @Override
    public void candle(long time, double open, double high, double low, double close, double volume) {
        next.candle(time, open, high, low, close, volume);
        if (++read % TOLD_EVERY == 0) {
            progress.accept(Math.min(1, read / expected));
        }
    }
}
