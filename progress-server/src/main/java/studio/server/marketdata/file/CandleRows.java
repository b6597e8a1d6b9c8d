package studio.server.marketdata.file;

import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.model.market.Timeframe;
import studio.server.marketdata.sql.SeenSlots;

/**
 * The candles of one table. The first rows are looked at before the first is given: what the columns are, how numbers and
 * dates are written, whether the newest stands first. What they do not settle is refused with the option that does. Not
 * thread-safe.
 */
final class CandleRows {
    private static final int SAMPLE = 200;
    /** Dates are looked through for one whose day is above 12: a year of them by the quarter of an hour, and more. */
    private static final int DATES_LOOKED_AT = 50_000;

    private static final double BILLION = 1e9;

    private final Table table;
    private final ReadingOptions options;
    private final CandleRules rules;
    private final SeenSlots seen;
    private final Deque<Table.Entry> ahead = new ArrayDeque<>();
    private final List<String> remarks = new ArrayList<>();
    private @Nullable Instruments instruments;
    private Columns columns = Columns.standard();
    private CandleTimes times = new CandleTimes(null, ZoneOffset.UTC);
    private String timeFormat = "";
    private char decimal = '.';
    private boolean billionths;
    private boolean newestFirst;
    private boolean header;
    private boolean begun;
    private boolean zoneSaid;
    private int width;
    private long lastTime = CandleTimes.NONE;

    CandleRows(Table table, Timeframe timeframe, ReadingOptions options) {
        this.table = table;
        this.options = options;
        this.rules = new CandleRules(timeframe);
        // By the minute, whatever the timeframe: rows of another one are told apart too.
        this.seen = SeenSlots.of(Timeframe.M1);
    }

    /** The next row with something in it; null at the end. */
    @Nullable
    Row next() throws IOException {
        if (!begun) {
            begun = true;
            begin();
        }
        while (true) {
            Table.Entry entry = ahead.isEmpty() ? table.next() : ahead.remove();
            if (entry == null) {
                return null;
            }
            if (entry.fault() != null) {
                return new Row.Bad(entry.line(), entry.fault());
            }
            if (instruments == null || instruments.isWanted(entry)) {
                return candle(entry);
            }
        }
    }

    private void begin() throws IOException {
        List<Table.Entry> sample = new ArrayList<>();
        List<Table.Entry> above = new ArrayList<>();
        List<String> names = List.of();
        for (Table.Entry e = table.next(); e != null; e = sample.size() < SAMPLE ? table.next() : null) {
            if (names.isEmpty() && e.fault() == null && table.names().isEmpty() && NamedColumns.isHeader(e, options)) {
                names = Arrays.stream(e.fields()).map(f -> f == null ? "" : f).toList();
                header = true;
                above.addAll(sample);
                sample.clear();
            } else {
                sample.add(e);
            }
        }
        above.forEach(e -> ahead.add(new Table.Entry(e.line(), e.fields(), "stands above the names of the columns")));
        ahead.addAll(sample);
        List<Table.Entry> readable =
                sample.stream().filter(e -> e.fault() == null).toList();
        names = names.isEmpty() ? table.names() : names;
        CandleTimes any = new CandleTimes("dMy", ZoneOffset.UTC);
        if (names.isEmpty() && options.columns().isEmpty()) {
            UnnamedColumns unnamed = new UnnamedColumns(sample, table.format().equals("csv"), any);
            columns = unnamed.find();
            width = table.format().equals("csv") ? unnamed.width() : 0;
        } else {
            List<String> all = names.isEmpty() ? numbered(readable) : names;
            columns = new NamedColumns(all, readable, options, any).columns(remarks);
            width = header ? names.size() : 0;
        }
        instruments = columns.instruments().isEmpty() && options.symbol() == null
                ? null
                : new Instruments(columns, options.symbol(), readable);
        decimal = decimal(readable);
        billionths = columns.names().stream()
                        .map(ColumnNames::plain)
                        .anyMatch(n -> n.equals("rtype") || n.equals("ts event"))
                && readable.stream().allMatch(e -> e.text(columns.prices()[0]).matches("\\d{6,19}"));
        if (billionths) {
            remarks.add("Prices are whole billionths, as Databento writes them.");
        }
        if (options.adjusted() && columns.adjustedClose() < 0) {
            throw new UnusableFileException(
                    "The file has no column of adjusted closes; leave out --adjusted, or name it with"
                            + " --map adjusted_close=COLUMN.");
        }
        if (columns.adjustedClose() >= 0) {
            remarks.add(
                    options.adjusted()
                            ? "All prices are adjusted by '" + columns.name(columns.adjustedClose()) + "'."
                            : "Prices are taken as traded; '" + columns.name(columns.adjustedClose())
                                    + "' is left out (--adjusted).");
        }
        if (columns.volume() < 0) {
            remarks.add("The file has no volume.");
        }
        times = new CandleTimes(dateOrder(), zone());
        newestFirst = isNewestFirst();
    }

    private static List<String> numbered(List<Table.Entry> rows) {
        int most = rows.stream().mapToInt(e -> e.fields().length).max().orElse(0);
        return IntStream.rangeClosed(1, most).mapToObj(i -> "#" + i).toList();
    }

    private char decimal(List<Table.Entry> rows) throws UnusableFileException {
        if (options.decimal() != null) {
            return options.decimal();
        }
        List<String> texts = new ArrayList<>();
        for (Table.Entry row : rows) {
            for (int price : columns.prices()) {
                texts.add(FigureText.withoutCurrency(row.text(price)));
            }
            texts.add(row.text(columns.volume()));
        }
        char found = FigureText.decimal(texts);
        if (found == 0) {
            String example =
                    texts.stream().filter(t -> t.indexOf(',') >= 0).findFirst().orElse("");
            throw new UnusableFileException(
                    "Numbers such as '" + CandleRules.shortened(example)
                            + "' can be read in two ways; say with --decimal dot or --decimal comma which sign is the decimal one.");
        }
        if (found == ',') {
            remarks.add("The comma is the decimal sign.");
        }
        return found;
    }

    /** The order of day and month, by the option or by a day above 12; null where no date needs one. */
    private @Nullable String dateOrder() throws IOException {
        if (options.dateOrder() != null) {
            return options.dateOrder();
        }
        String example = "";
        boolean dayFirst = false;
        boolean monthFirst = false;
        boolean shortYear = false;
        List<Table.Entry> more = new ArrayList<>(ahead);
        for (int i = 0; i < DATES_LOOKED_AT && !(dayFirst && monthFirst); i++) {
            if (i == more.size()) {
                Table.Entry next = example.isEmpty() || dayFirst || monthFirst ? null : table.next();
                if (next == null) {
                    break;
                }
                more.add(next);
                ahead.add(next);
            }
            String text = more.get(i).text(columns.time());
            int[] open = more.get(i).fault() == null ? CandleTimes.openDate(text) : null;
            if (open != null) {
                example = example.isEmpty() ? text : example;
                dayFirst |= open[0] > 12 && open[1] <= 12;
                monthFirst |= open[1] > 12 && open[0] <= 12;
                shortYear |= open[0] > 31 || !text.matches(".*\\d{4}.*");
            }
        }
        if (example.isEmpty()) {
            return null;
        }
        if (dayFirst == monthFirst || shortYear) {
            throw new UnusableFileException("Dates such as '" + CandleRules.shortened(example)
                    + "' can be read in two ways; say with --date-format which is the day: dd/MM/yyyy or MM/dd/yyyy.");
        }
        remarks.add("Dates such as " + CandleRules.shortened(example) + " have the " + (dayFirst ? "day" : "month")
                + " first, as others in the file show.");
        return dayFirst ? "dMy" : "Mdy";
    }

    /** The zone of times that carry none: the option's, or the one that the name of the column says. */
    private ZoneId zone() throws UnusableFileException {
        ZoneId said = options.zone();
        zoneSaid = said != null;
        if (said != null) {
            return said;
        }
        String name = columns.name(columns.time());
        int bracket = name.indexOf('(');
        if (bracket >= 0 && name.endsWith(")")) {
            String text = name.substring(bracket + 1, name.length() - 1).strip();
            try {
                ZoneId zone = ZoneId.of(text);
                remarks.add("Times are of the zone that the column's name says: " + zone + ".");
                zoneSaid = true;
                return zone;
            } catch (java.time.DateTimeException e) {
                if (text.matches("[A-Z]{2,5}|(?i)local.*|.*time.*")) {
                    throw new UnusableFileException(
                            "The column '" + CandleRules.shortened(name)
                                    + "' names a zone that several places use; say with --zone which it is.",
                            e);
                }
            }
        }
        if (ColumnNames.plain(name).startsWith("local")) {
            throw new UnusableFileException("The column '" + CandleRules.shortened(name)
                    + "' holds local times; say with --zone of which zone.");
        }
        return ZoneOffset.UTC;
    }

    private boolean isNewestFirst() {
        CandleTimes probe = new CandleTimes(options.dateOrder() == null ? "dMy" : options.dateOrder(), ZoneOffset.UTC);
        long last = CandleTimes.NONE;
        int down = 0;
        int up = 0;
        for (Table.Entry e : ahead) {
            long time = e.fault() == null ? probe.parse(time(e)) : CandleTimes.NONE;
            if (time != CandleTimes.NONE && last != CandleTimes.NONE) {
                down += time < last ? 1 : 0;
                up += time > last ? 1 : 0;
            }
            last = time == CandleTimes.NONE ? last : time;
        }
        return down > 0 && up == 0;
    }

    private Row candle(Table.Entry entry) throws UnusableFileException {
        long line = entry.line();
        int count = entry.fields().length;
        if (width > 0 && count > width && hasExcess(entry)) {
            return new Row.Bad(
                    line,
                    count + " fields, " + width + (header ? " are named" : " in most rows")
                            + ": is a comma in a number?");
        }
        if (width > 0 && !header && count < width) {
            return new Row.Bad(line, count + (count == 1 ? " field, " : " fields, ") + width + " in most rows");
        }
        double[] values = new double[5];
        for (int i = 0; i < values.length; i++) {
            int index = i < 4 ? columns.prices()[i] : columns.volume();
            if (index < 0) {
                continue;
            }
            String name = i < 4 ? Columns.PRICES.get(i) : "volume";
            String text = i < 4 ? FigureText.withoutCurrency(entry.text(index)) : entry.text(index);
            if (text.isEmpty()) {
                String fields = count == 1 ? "1 field, " : count + " fields, ";
                return new Row.Bad(line, (index >= count ? fields : "") + name + " is missing");
            }
            values[i] = i < 4 ? FigureText.number(text, decimal) : FigureText.amount(text, decimal);
            if (!Double.isFinite(values[i]) || i < 4 && FigureText.isCut(text)) {
                checkNames(entry);
                return new Row.Bad(line, name + " '" + CandleRules.shortened(text) + "' is no finite number");
            }
            values[i] = billionths && i < 4 ? values[i] / BILLION : values[i];
        }
        String timeText = time(entry);
        long time = times.parse(timeText);
        if (time == CandleTimes.NONE) {
            return new Row.Bad(
                    line,
                    "time '" + CandleRules.shortened(timeText)
                            + "' is neither an epoch in seconds to nanoseconds nor a date that can be read one way only");
        }
        if (columns.finished() >= 0 && entry.text(columns.finished()).matches("(?i)0|false")) {
            return new Row.Bad(
                    line,
                    "the candle is not over yet ('" + columns.name(columns.finished()) + "' is "
                            + entry.text(columns.finished()) + ")");
        }
        String fault = adjust(entry, values);
        if (fault != null) {
            return new Row.Bad(line, fault);
        }
        Row row = rules.check(line, time, values[0], values[1], values[2], values[3], values[4]);
        if (row instanceof Row.Good) {
            timeFormat = timeFormat.isEmpty() ? CandleTimes.format(timeText) : timeFormat;
            // A step up ends it: what follows was joined on, and its rows are newer than those above.
            newestFirst &= lastTime == CandleTimes.NONE || time <= lastTime;
            lastTime = time;
            if (newestFirst && !seen.add(time)) {
                return new Row.Bad(
                        line, "its time comes again; the newest candle stands first, and the upper row was taken");
            }
        }
        return row;
    }

    /** Fields behind the last name that hold something. */
    private boolean hasExcess(Table.Entry entry) {
        return IntStream.range(width, entry.fields().length)
                .anyMatch(i -> !entry.text(i).isEmpty());
    }

    private @Nullable String adjust(Table.Entry entry, double[] values) {
        if (!options.adjusted()) {
            return null;
        }
        double adjusted = FigureText.number(entry.text(columns.adjustedClose()), decimal);
        if (!Double.isFinite(adjusted) || adjusted <= 0 || values[3] <= 0) {
            return "the adjusted close '" + CandleRules.shortened(entry.text(columns.adjustedClose()))
                    + "' is no price";
        }
        double factor = adjusted / values[3];
        for (int i = 0; i < 3; i++) {
            values[i] *= factor;
        }
        values[3] = adjusted;
        // Rounding may put open or close a hair outside of what they were equal to.
        values[1] = Math.max(values[1], Math.max(values[0], values[3]));
        values[2] = Math.min(values[2], Math.min(values[0], values[3]));
        return null;
    }

    private void checkNames(Table.Entry entry) throws UnusableFileException {
        if (header
                && NamedColumns.isHeader(entry, options)
                && !Arrays.asList(entry.fields()).equals(columns.names())) {
            throw new UnusableFileException("Line " + entry.line()
                    + " names the columns again, and in another order; import the parts one by one.");
        }
    }

    private String time(Table.Entry entry) {
        String time = entry.text(columns.time());
        return columns.timeOfDay() < 0 ? time : time + " " + entry.text(columns.timeOfDay());
    }

    List<String> names() {
        return columns.names();
    }

    /** What was understood beside the columns, in sentences. */
    List<String> remarks() {
        Set<String> all = new LinkedHashSet<>(remarks);
        if (times.carriesNoZone() && !zoneSaid) {
            all.add("Times that carry no zone are taken as UTC (--zone).");
        }
        if (instruments != null && instruments.leftOut() > 0) {
            all.add(instruments.leftOut() + " rows of other instruments are left out.");
        }
        return List.copyOf(all);
    }

    boolean hasVolume() {
        return columns.volume() >= 0;
    }

    String timeFormat() {
        return timeFormat;
    }

    @Nullable
    String separator() {
        return table.separator();
    }

    String format() {
        return table.format();
    }

    boolean hasHeader() {
        return header;
    }
}
