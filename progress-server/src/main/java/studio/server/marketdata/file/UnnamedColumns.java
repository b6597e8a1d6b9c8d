package studio.server.marketdata.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds what stands where in rows that nothing names, by what the first of them hold. Not thread-safe. */
final class UnnamedColumns {
    /** What stands in front of the time: an instrument, a timeframe. */
    private static final int MOST_IN_FRONT = 3;

    private final List<Table.Entry> rows;
    private final boolean csv;
    private final CandleTimes times;
    private final int width;

    UnnamedColumns(List<Table.Entry> sample, boolean csv, CandleTimes times) {
        List<Table.Entry> readable = sample.stream()
                .filter(row -> row.fault() == null && row.fields().length >= 5)
                .toList();
        this.width =
                readable.stream()
                        .collect(Collectors.groupingBy(row -> row.fields().length, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .max(java.util.Map.Entry.comparingByValue())
                        .map(java.util.Map.Entry::getKey)
                        .orElse(0);
        this.rows =
                readable.stream().filter(row -> row.fields().length == width).toList();
        this.csv = csv;
        this.times = times;
    }

    /** Fields that most rows have. */
    int width() {
        return width;
    }

    /**
     * @throws UnusableFileException when the rows look like something that would be misread
     */
    Columns find() throws UnusableFileException {
        int time = time();
        if (time < 0) {
            if (!rows.isEmpty() && rows.stream().allMatch(row -> CandleTimes.isOfOneDay(row.text(0)))) {
                throw new UnusableFileException(
                        "The first column counts seconds or milliseconds of a day, as LEAN's files do,"
                                + " and the rows do not say which day; write whole times.");
            }
            return Columns.standard();
        }
        int timeOfDay = time + 1 < width && isTimeOfDay(time) ? time + 1 : -1;
        int before = Math.max(time, timeOfDay);
        List<double[]> figures = rows.stream().map(row -> figures(row, before)).toList();
        List<double[]> whole = figures.stream().filter(UnnamedColumns::isWhole).toList();
        Optional<ArrayLayout> fitting = ArrayLayout.of(whole);
        ArrayLayout layout = fitting.orElse(ArrayLayout.STANDARD);
        if (csv && whole.size() > 4 && fitting.isEmpty()) {
            long fit = whole.stream().filter(layout::fits).count();
            if (fit * 2 < whole.size()) {
                throw new UnusableFileException(
                        "No line names the columns, and time, open, high, low, close, volume they are not:"
                                + " most rows would have a price outside low to high. Is the comma a decimal sign? Add a line"
                                + " that names the columns, or say what stands where with --map.");
            }
        }
        int[] places = layout.places();
        int volume = places[4] + before < width ? places[4] + before : -1;
        checkThousands(volume);
        int[] prices = {places[0] + before, places[1] + before, places[2] + before, places[3] + before};
        List<Integer> instruments = IntStream.range(0, time).boxed().toList();
        return new Columns(
                time,
                timeOfDay,
                prices,
                volume,
                -1,
                finished(before, layout),
                instruments,
                names(layout, time, timeOfDay, before));
    }

    private int time() {
        for (int i = 0; i < Math.min(width, MOST_IN_FRONT + 1); i++) {
            int index = i;
            long found = rows.stream()
                    .map(row -> row.text(index))
                    .filter(this::isTime)
                    .count();
            boolean instrumentsBefore = IntStream.range(0, index)
                    .allMatch(b -> rows.stream()
                            .allMatch(row -> NamedColumns.isText(row.text(b))
                                    || row.text(b).length() < 4));
            if (found > 0 && found * 2 >= rows.size() && instrumentsBefore) {
                return index;
            }
        }
        return -1;
    }

    private boolean isTime(String text) {
        return !CandleTimes.isOfOneDay(text) && times.parse(text) != CandleTimes.NONE
                || CandleTimes.openDate(text) != null;
    }

    private boolean isTimeOfDay(int time) {
        return rows.stream().allMatch(row -> !row.text(time).contains(":"))
                && rows.stream()
                                        .filter(row -> CandleTimes.isTimeOfDay(row.text(time + 1)))
                                        .count()
                                * 2
                        > rows.size()
                && rows.stream()
                        .allMatch(row -> row.text(time).length() <= 10
                                && !row.text(time + 1).contains("."));
    }

    private static double[] figures(Table.Entry row, int before) {
        double[] figures = new double[row.fields().length - before];
        for (int i = 1; i < figures.length; i++) {
            figures[i] = FigureText.number(FigureText.withoutCurrency(row.text(before + i)));
        }
        return figures;
    }

    private static boolean isWhole(double[] figures) {
        return figures.length > 4 && IntStream.rangeClosed(1, 4).allMatch(i -> Double.isFinite(figures[i]));
    }

    /** Whether the groups of a volume of thousands were taken for columns. */
    private void checkThousands(int volume) throws UnusableFileException {
        if (!csv || volume < 0 || volume + 1 >= width || rows.size() < 2) {
            return;
        }
        boolean cut = rows.stream()
                .allMatch(row -> row.text(volume).matches("\\d{1,3}")
                        && IntStream.range(volume + 1, width)
                                .allMatch(i -> row.text(i).matches("\\d{3}")));
        if (cut) {
            throw new UnusableFileException(
                    "The volume looks cut at its thousands (" + rows.get(0).text(volume) + ","
                            + rows.get(0).text(volume + 1)
                            + "); put such numbers in quotation marks, or say what stands where with --map.");
        }
    }

    /** OKX ends its arrays with 0 or 1, Gate with true or false. */
    private int finished(int before, ArrayLayout layout) {
        int last = width - 1;
        boolean okx = !csv && layout == ArrayLayout.STANDARD && width - before == 9;
        boolean gate = layout == ArrayLayout.GATE && width - before == 8;
        return (okx || gate) && rows.stream().allMatch(row -> row.text(last).matches("0|1|true|false")) ? last : -1;
    }

    private List<String> names(ArrayLayout layout, int time, int timeOfDay, int before) {
        @Nullable String[] names = new @Nullable String[width];
        names[time] = "time";
        if (timeOfDay >= 0) {
            names[time] = "date";
            names[timeOfDay] = "time";
        }
        int[] places = layout.places();
        for (int i = 0; i < places.length; i++) {
            if (places[i] + before < width) {
                names[places[i] + before] = i < 4 ? Columns.PRICES.get(i) : "volume";
            }
        }
        List<String> told = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            String name = names[i];
            told.add(name == null ? "#" + (i + 1) : name);
        }
        return told;
    }
}
