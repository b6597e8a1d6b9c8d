package studio.server.marketdata.file;

import java.util.Arrays;
import java.util.List;

/**
 * Which place of a JSON array holds which figure. Exchanges differ, and nothing in the data names the places; but only one
 * order makes every low the lowest and every high the highest figure.
 */
enum ArrayLayout {
    /** Binance, OKX, Bybit and most others: time, open, high, low, close, volume. */
    STANDARD(6, 99, 1, 2, 3, 4, 5),
    /** Kraken: time, open, high, low, close, mean price, volume, trades. */
    KRAKEN(8, 8, 1, 2, 3, 4, 6),
    /** Coinbase Exchange: time, low, high, open, close, volume. */
    COINBASE(6, 6, 3, 2, 1, 4, 5),
    /** Bitfinex and KuCoin: time, open, close, high, low, volume. */
    BITFINEX(6, 7, 1, 3, 4, 2, 5);

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

    /** The layout that all rows fit; the usual one where several or none do. */
    static ArrayLayout of(List<double[]> rows) {
        int length = rows.isEmpty() ? 0 : rows.get(0).length;
        if (length == KRAKEN.fewest) {
            return KRAKEN;
        }
        return Arrays.stream(values())
                .filter(layout -> length >= layout.fewest && length <= layout.most && layout != KRAKEN)
                .filter(layout -> rows.stream().allMatch(layout::fits))
                .findFirst()
                .orElse(STANDARD);
    }

    private boolean fits(double[] row) {
        if (row.length <= places[4]) {
            return false;
        }
        double low = Math.min(row[places[0]], row[places[3]]);
        double high = Math.max(row[places[0]], row[places[3]]);
        return row[places[2]] <= low && row[places[1]] >= high;
    }
}
