package studio.engine.market;

import java.util.BitSet;
import studio.model.job.DataQualitySettings;

/** What is left of a series after the analyst's filters, and how much they took. */
public record FilteredCandles(Candles candles, int droppedZeroVolume, int droppedFlat) {

    /** Applies the filters; a candle that is both flat and without volume counts as without volume. */
    public static FilteredCandles apply(Candles candles, DataQualitySettings settings) {
        BitSet keep = new BitSet(candles.size());
        int zeroVolume = 0;
        int flat = 0;
        for (int i = 0; i < candles.size(); i++) {
            if (settings.dropZeroVolume() && candles.volume()[i] == 0) {
                zeroVolume++;
            } else if (settings.dropFlat() && CandleQualityMeter.isFlat(candles, i)) {
                flat++;
            } else {
                keep.set(i);
            }
        }
        return zeroVolume + flat == 0
                ? new FilteredCandles(candles, 0, 0)
                : new FilteredCandles(only(candles, keep), zeroVolume, flat);
    }

    private static Candles only(Candles all, BitSet keep) {
        int[] kept = keep.stream().toArray();
        long[] time = new long[kept.length];
        for (int i = 0; i < kept.length; i++) {
            time[i] = all.time()[kept[i]];
        }
        return new Candles(
                all.clock(),
                time,
                pick(all.open(), kept),
                pick(all.high(), kept),
                pick(all.low(), kept),
                pick(all.close(), kept),
                pick(all.volume(), kept));
    }

    private static double[] pick(double[] column, int[] kept) {
        double[] out = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            out[i] = column[kept[i]];
        }
        return out;
    }
}
