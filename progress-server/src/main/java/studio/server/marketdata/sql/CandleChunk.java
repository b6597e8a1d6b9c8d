package studio.server.marketdata.sql;

import java.util.Arrays;

/** Some thousands of candles in columns, to be stored together. Not thread-safe. */
final class CandleChunk {
    private static final int PLACE_BITS = 16;
    static final int CAPACITY = 1 << PLACE_BITS;
    private static final int FIGURES = 5;

    private long[] time = new long[CAPACITY];
    private double[][] figures = new double[FIGURES][CAPACITY];
    private int size;
    private boolean ascending = true;

    void add(NewCandle c) {
        ascending &= size == 0 || c.time() > time[size - 1];
        time[size] = c.time();
        figures[0][size] = c.open();
        figures[1][size] = c.high();
        figures[2][size] = c.low();
        figures[3][size] = c.close();
        figures[4][size] = c.volume();
        size++;
    }

    /** Orders the candles by time; of several with one time the one added last stays. */
    void sort() {
        if (ascending) {
            return;
        }
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            // Times end before the year 2200, so that 16 bits are left for the place.
            order[i] = time[i] * CAPACITY + i;
        }
        Arrays.sort(order);
        int[] kept = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            boolean repeated = i + 1 < size && order[i] >> PLACE_BITS == order[i + 1] >> PLACE_BITS;
            if (!repeated) {
                kept[count++] = (int) (order[i] & CAPACITY - 1);
            }
        }
        pick(kept, count);
    }

    private void pick(int[] kept, int count) {
        long[] times = new long[CAPACITY];
        double[][] picked = new double[FIGURES][CAPACITY];
        for (int i = 0; i < count; i++) {
            times[i] = time[kept[i]];
            for (int f = 0; f < FIGURES; f++) {
                picked[f][i] = figures[f][kept[i]];
            }
        }
        time = times;
        figures = picked;
        size = count;
        ascending = true;
    }

    void clear() {
        size = 0;
        ascending = true;
    }

    boolean isFull() {
        return size == CAPACITY;
    }

    int size() {
        return size;
    }

    long time(int i) {
        return time[i];
    }

    /** Open, high, low, close, volume by number. */
    double figure(int which, int i) {
        return figures[which][i];
    }
}
