package studio.server.marketdata;

import java.util.Arrays;
import studio.engine.market.Candles;
import studio.model.market.CandleColumns;
import studio.model.market.SeriesClock;
import studio.server.marketdata.sql.CandleReader;

/** Collects candles into columns, each point summing up so many of them. Not thread-safe. */
final class CandleBuffer implements CandleReader {
    private final int candlesPerPoint;
    private final double[][] columns = new double[5][1024];
    private long[] time = new long[1024];
    private int points;
    private long candles;

    CandleBuffer(int candlesPerPoint) {
        this.candlesPerPoint = candlesPerPoint;
    }

    @Override
    public void candle(long openTime, double open, double high, double low, double close, double volume) {
        if (candles++ % candlesPerPoint == 0) {
            begin(openTime, open, high, low, close, volume);
            return;
        }
        int last = points - 1;
        columns[1][last] = Math.max(columns[1][last], high);
        columns[2][last] = Math.min(columns[2][last], low);
        columns[3][last] = close;
        columns[4][last] += volume;
    }

    private void begin(long openTime, double... figures) {
        if (points == time.length) {
            time = Arrays.copyOf(time, points * 2);
            for (int i = 0; i < columns.length; i++) {
                columns[i] = Arrays.copyOf(columns[i], points * 2);
            }
        }
        time[points] = openTime;
        for (int i = 0; i < columns.length; i++) {
            columns[i][points] = figures[i];
        }
        points++;
    }

    Candles toCandles(SeriesClock clock) {
        return new Candles(clock, times(), column(0), column(1), column(2), column(3), column(4));
    }

    CandleColumns toColumns(SeriesKey key, SeriesClock clock) {
        return new CandleColumns(
                key.exchange(),
                key.symbol(),
                key.timeframe(),
                candlesPerPoint,
                candles,
                times(),
                column(0),
                column(1),
                column(2),
                column(3),
                column(4),
                clock);
    }

    private long[] times() {
        return Arrays.copyOf(time, points);
    }

    private double[] column(int index) {
        return Arrays.copyOf(columns[index], points);
    }
}
