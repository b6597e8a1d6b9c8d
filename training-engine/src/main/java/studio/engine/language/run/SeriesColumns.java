package studio.engine.language.run;

import java.util.function.LongUnaryOperator;
import studio.engine.indicator.IndicatorCache;
import studio.engine.language.tree.SeriesColumn;
import studio.engine.market.Candles;

/** What a series offers by name. */
final class SeriesColumns {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final int WEEK = 7;
    /** The epoch was a Thursday. */
    private static final int THURSDAY = 3;

    private SeriesColumns() {}

    static double[] of(IndicatorCache data, SeriesColumn column) {
        Candles c = data.candles();
        return switch (column) {
            case OPEN -> c.open();
            case HIGH -> c.high();
            case LOW -> c.low();
            case CLOSE -> c.close();
            case VOLUME -> c.volume();
            case HL2, HLC3, OHLC4 -> data.shared(column.word(), double[].class, () -> mean(c, column));
            default -> data.shared(column.word(), double[].class, () -> times(c, column));
        };
    }

    private static double[] mean(Candles c, SeriesColumn column) {
        double[] out = new double[c.size()];
        for (int t = 0; t < out.length; t++) {
            double range = c.high()[t] + c.low()[t];
            out[t] = switch (column) {
                case HL2 -> range / 2;
                case HLC3 -> (range + c.close()[t]) / 3;
                default -> (c.open()[t] + c.high()[t] + c.low()[t] + c.close()[t]) / 4;
            };
        }
        return out;
    }

    private static double[] times(Candles c, SeriesColumn column) {
        double[] out = new double[c.size()];
        LongUnaryOperator part = part(column);
        for (int t = 0; t < out.length; t++) {
            out[t] = column == SeriesColumn.BAR_INDEX ? t : part.applyAsLong(c.time()[t]);
        }
        return out;
    }

    private static LongUnaryOperator part(SeriesColumn column) {
        return switch (column) {
            case HOUR -> time -> Math.floorMod(time, DAY) / HOUR;
            case MINUTE -> time -> Math.floorMod(time, HOUR) / MINUTE;
            case WEEKDAY -> time -> Math.floorMod(Math.floorDiv(time, DAY) + THURSDAY, WEEK) + 1;
            case DAY ->
                time -> java.time.LocalDate.ofEpochDay(Math.floorDiv(time, DAY)).getDayOfMonth();
            case MONTH ->
                time -> java.time.LocalDate.ofEpochDay(Math.floorDiv(time, DAY)).getMonthValue();
            default -> time -> time;
        };
    }
}
