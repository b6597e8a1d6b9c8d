package studio.engine.language.function;

import java.util.List;

/** What a series offers by name. */
final class ColumnWords {
    private static final String COLUMNS = "Columns";

    private ColumnWords() {}

    static List<Word> all() {
        return List.of(
                column("open", "The candle's first price.", "up = close > open"),
                column("high", "The candle's highest price.", "range = high - low"),
                column("low", "The candle's lowest price.", "range = high - low"),
                column("close", "The candle's last price.", "up = close > close[1]"),
                column("volume", "What was traded in the candle.", "busy = volume > 2 * sma(volume, 20)"),
                column("hl2", "(high + low) / 2.", "middle = hl2"),
                column("hlc3", "(high + low + close) / 3, the typical price.", "typical = sma(hlc3, 20)"),
                column("ohlc4", "(open + high + low + close) / 4.", "mean_price = ohlc4"),
                column(
                        "hour",
                        "The hour in which the candle opens, 0 to 23, in UTC.",
                        "session = hour >= 13 and hour < 20"),
                column("minute", "The minute in which the candle opens, 0 to 59.", "full_hour = minute == 0"),
                column("weekday", "1 for Monday to 7 for Sunday, in UTC.", "workday = weekday <= 5"),
                column("day", "The day of the month, 1 to 31, in UTC.", "month_start = day <= 3"),
                column("month", "The month, 1 to 12, in UTC.", "summer = month >= 6 and month <= 8"),
                column(
                        "bar_index",
                        "0 for the first candle of the series, 1 for the next.",
                        "settled = bar_index > 500"));
    }

    private static Word column(String name, String summary, String example) {
        return new Word(name, COLUMNS, name, summary, example);
    }
}
