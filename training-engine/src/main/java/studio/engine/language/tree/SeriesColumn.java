package studio.engine.language.tree;

import java.util.Locale;

/** What a series offers by name; times are those of the candle's open, in UTC. */
public enum SeriesColumn {
    OPEN,
    HIGH,
    LOW,
    CLOSE,
    VOLUME,
    /** (high + low) / 2. */
    HL2,
    /** (high + low + close) / 3. */
    HLC3,
    /** (open + high + low + close) / 4. */
    OHLC4,
    /** 0..23. */
    HOUR,
    /** 0..59. */
    MINUTE,
    /** 1 for Monday to 7 for Sunday. */
    WEEKDAY,
    /** Of the month, 1..31. */
    DAY,
    /** 1..12. */
    MONTH,
    /** 0 for the first candle of the series. */
    BAR_INDEX;

    /** The name in a text. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
