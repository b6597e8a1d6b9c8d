package studio.server.marketdata.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Keeps the rows of several instruments, exchanges or timeframes in one file apart. Not thread-safe. */
final class Instruments {
    private static final int MOST_NAMED = 10;

    private final Columns columns;
    private final @Nullable String wanted;
    private final List<Table.Entry> sample;
    /** The one value of each column, by the column. */
    private final Map<Integer, String> only = new LinkedHashMap<>();

    private int chosenBy = -1;
    private long leftOut;

    /**
     * @param wanted the instrument whose rows are taken; null takes the only one
     * @param sample rows that are asked for the instruments there are
     * @throws UnusableFileException when no column has the wanted one
     */
    Instruments(Columns columns, @Nullable String wanted, List<Table.Entry> sample) throws UnusableFileException {
        this.columns = columns;
        this.wanted = wanted == null ? null : key(wanted);
        this.sample = sample;
        if (wanted == null) {
            return;
        }
        if (columns.instruments().isEmpty()) {
            throw new UnusableFileException(
                    "The file has no column of instruments that --symbol-in-file could choose from;"
                            + " name one with --map symbol=COLUMN.");
        }
        chosenBy = columns.instruments().stream()
                .filter(i -> sample.stream().anyMatch(row -> key(row.text(i)).equals(this.wanted)))
                .findFirst()
                .orElse(columns.instruments().get(0));
    }

    /**
     * Whether the row is of the instrument that is read.
     *
     * @throws UnusableFileException when there are several and none was chosen
     */
    boolean isWanted(Table.Entry row) throws UnusableFileException {
        if (chosenBy >= 0 && !key(row.text(chosenBy)).equals(wanted)) {
            leftOut++;
            return false;
        }
        for (int column : columns.instruments()) {
            String value = key(row.text(column));
            // A figure parts no instruments, whatever its column is named.
            if (column == chosenBy || value.isEmpty() || row.text(column).matches("-?\\d*\\.\\d+|(?i)null|nan|none")) {
                continue;
            }
            String before = only.putIfAbsent(column, value);
            if (before != null && !before.equals(value)) {
                throw new UnusableFileException("The column '" + columns.name(column) + "' has several values ("
                        + named(column, row) + "): a series has the candles of one instrument. Choose one with"
                        + " --symbol-in-file.");
            }
        }
        return true;
    }

    private String named(int column, Table.Entry row) {
        TreeSet<String> values = new TreeSet<>();
        sample.forEach(r -> values.add(CandleRules.shortened(r.text(column))));
        values.add(CandleRules.shortened(row.text(column)));
        values.remove("");
        String told = String.join(", ", values.stream().limit(MOST_NAMED).toList());
        return values.size() > MOST_NAMED ? told + ", …" : told;
    }

    /** BTC/USDT and BTCUSDT are one instrument. */
    private static String key(String text) {
        StringBuilder key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                key.append(text.charAt(i));
            }
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }

    /** Rows of instruments that were not chosen. */
    long leftOut() {
        return leftOut;
    }
}
