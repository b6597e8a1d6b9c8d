package studio.server.marketdata.file;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of several volumes counts the base currency. An amount that is another one times the price is of the quote
 * currency, whatever it is named. Not thread-safe.
 */
final class VolumeColumn {
    private final List<String> names;
    private final List<String> plain;
    private final List<Table.Entry> sample;
    private final int[] prices;

    VolumeColumn(List<String> names, List<String> plain, List<Table.Entry> sample, int[] prices) {
        this.names = names;
        this.plain = plain;
        this.sample = sample;
        this.prices = prices;
    }

    /**
     * @param chosen what somebody chose; -1 for nothing
     * @return -1 where the table has no volume
     */
    int find(int chosen, List<String> remarks) {
        if (chosen >= 0) {
            return chosen;
        }
        List<Integer> base = candidates(ColumnNames.VOLUMES);
        for (int i = 0; i < plain.size(); i++) {
            if (!base.contains(i) && plain.get(i).matches("(volume|vol|volumen) .*")) {
                base.add(i);
            }
        }
        List<Integer> quote = candidates(ColumnNames.QUOTE_VOLUMES);
        base.removeAll(quote);
        List<Integer> all = new ArrayList<>(base);
        all.addAll(quote);
        int found = base.stream()
                .filter(c -> all.stream().noneMatch(d -> d.intValue() != c && isQuoteOf(c, d)))
                .filter(c -> base.size() == 1 || !ColumnNames.isInQuote(names.get(c)))
                .findFirst()
                .orElseGet(() -> all.stream()
                        .filter(c -> all.stream().anyMatch(d -> isQuoteOf(d, c)))
                        .findFirst()
                        .orElse(base.isEmpty() ? -1 : base.get(0)));
        if (found >= 0 && isEmpty(found)) {
            found = -1;
        }
        if (found >= 0 && all.size() > 1) {
            int taken = found;
            remarks.add("Volume is taken from '" + names.get(found) + "', not from '"
                    + String.join(
                            "', '",
                            all.stream().filter(i -> i != taken).map(names::get).toList()) + "'.");
        }
        return found;
    }

    private List<Integer> candidates(List<String> wanted) {
        List<Integer> found = new ArrayList<>();
        for (String name : wanted) {
            int exact = names.indexOf(name);
            for (int i = 0; i < plain.size(); i++) {
                if (exact >= 0 ? i == exact : plain.get(i).equals(name) && !found.contains(i)) {
                    found.add(i);
                }
            }
        }
        return found;
    }

    /** Whether one is the other times a price of the candle in nine of ten rows; no answer where prices are about 1. */
    private boolean isQuoteOf(int amount, int base) {
        return share(amount, base) >= 0.9 && share(base, amount) < 0.9;
    }

    private double share(int amount, int base) {
        int rows = 0;
        int fits = 0;
        for (Table.Entry row : sample) {
            double quote = FigureText.number(row.text(amount));
            double volume = FigureText.number(row.text(base));
            double high = FigureText.number(row.text(prices[1]));
            double low = FigureText.number(row.text(prices[2]));
            if (quote > 0 && volume > 0 && high >= low && low > 0) {
                rows++;
                double price = quote / volume;
                fits += price >= low * 0.98 && price <= high * 1.02 ? 1 : 0;
            }
        }
        return rows == 0 ? 0 : (double) fits / rows;
    }

    /** Whether no row has anything there. */
    private boolean isEmpty(int index) {
        return !sample.isEmpty()
                && sample.stream().allMatch(row -> row.text(index).matches("(?i)|-|--|null|none|nan|n/?a"));
    }
}
