package studio.server.marketdata.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which place behind the time holds which figure where nothing names them. Exchanges differ; but only one order makes every
 * low the lowest and every high the highest figure. Places count from 1, the time's being 0.
 */
enum ArrayLayout {
    /** Binance, OKX, Bybit and most others: time, open, high, low, close, volume. */
    STANDARD(5, 99, 1, 2, 3, 4, 5),
    /** Kraken: time, open, high, low, close, mean price, volume, trades. */
    KRAKEN(8, 8, 1, 2, 3, 4, 6),
    /** Coinbase Exchange: time, low, high, open, close, volume. */
    COINBASE(6, 6, 3, 2, 1, 4, 5),
    /** Bitfinex and KuCoin: time, open, close, high, low, volume. */
    BITFINEX(5, 7, 1, 3, 4, 2, 5),
    /** Gate: time, amount, close, high, low, open, volume, whether it is over. */
    GATE(7, 8, 5, 3, 4, 2, 6),
    /** Time, close, high, low, open, volume. */
    BACKWARD(6, 7, 4, 2, 3, 1, 5);

    private final int fewest;
    private final int most;
    private final int[] places;

    ArrayLayout(int fewest, int most, int... places) {
        this.fewest = fewest;
        this.most = most;
        this.places = places;
    }

    /** Of open, high, low, close, volume. */
    int[] places() {
        return places.clone();
    }

    /**
     * The layout that all rows fit.
     *
     * @param rows of one length, with anything at place 0
     */
    static Optional<ArrayLayout> of(List<double[]> rows) {
        int length = rows.isEmpty() ? 0 : rows.get(0).length;
        if (length == KRAKEN.fewest && rows.stream().allMatch(ArrayLayout::hasMean)) {
            return Optional.of(KRAKEN);
        }
        return Arrays.stream(values())
                .filter(layout -> length >= layout.fewest && length <= layout.most && layout != KRAKEN)
                .filter(layout -> rows.stream().allMatch(layout::fits))
                .findFirst();
    }

    /** Whether the sixth figure is the mean price, or 0 where nothing was traded. */
    private static boolean hasMean(double[] row) {
        return KRAKEN.fits(row) && (row[5] == 0 || row[5] >= row[3] * 0.999 && row[5] <= row[2] * 1.001);
    }

    boolean fits(double[] row) {
        if (row.length <= places[3] || row.length <= places[0]) {
            return false;
        }
        double low = Math.min(row[places[0]], row[places[3]]);
        double high = Math.max(row[places[0]], row[places[3]]);
        return row[places[2]] <= low && row[places[1]] >= high;
    }
}
