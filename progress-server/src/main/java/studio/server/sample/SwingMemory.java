package studio.server.sample;

import java.util.Arrays;
import java.util.OptionalDouble;

/** The swing points of the last so many candles: where other traders' stops lie. Not thread-safe. */
final class SwingMemory {
    private final double[] highs;
    private final double[] lows;
    private final double[] swingHighs;
    private final double[] swingLows;
    private int count;

    SwingMemory(int candles) {
        highs = new double[candles];
        lows = new double[candles];
        swingHighs = new double[candles];
        swingLows = new double[candles];
        Arrays.fill(swingHighs, Double.NaN);
        Arrays.fill(swingLows, Double.NaN);
    }

    void add(double high, double low) {
        highs[index(count)] = high;
        lows[index(count)] = low;
        swingHighs[index(count)] = Double.NaN;
        swingLows[index(count)] = Double.NaN;
        count++;
        if (count >= 5) {
            markSwing(count - 3);
        }
    }

    /** A swing point is beyond the two candles on each side of it. */
    private void markSwing(int middle) {
        boolean isHigh = true;
        boolean isLow = true;
        for (int i = middle - 2; i <= middle + 2; i++) {
            isHigh &= i == middle || highs[index(i)] < highs[index(middle)];
            isLow &= i == middle || lows[index(i)] > lows[index(middle)];
        }
        if (isHigh) {
            swingHighs[index(middle)] = highs[index(middle)];
        }
        if (isLow) {
            swingLows[index(middle)] = lows[index(middle)];
        }
    }

    OptionalDouble nearestLowBelow(double price) {
        return Arrays.stream(swingLows).filter(level -> level < price).max();
    }

    OptionalDouble nearestHighAbove(double price) {
        return Arrays.stream(swingHighs).filter(level -> level > price).min();
    }

    private int index(int candle) {
        return candle % highs.length;
    }
}
