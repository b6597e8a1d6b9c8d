package studio.engine.language.template;

import java.util.List;
import java.util.Optional;

/** Texts to begin from, one for each kind of strategy. Immutable. */
public final class Templates {
    private static final List<Template> ALL = List.of(
            template(Template.Kind.REVERSION, """
                    strategy "RSI dip in an uptrend"
                    "Buys when an oversold RSI turns up while the long trend is up; sells short the other way round."

                    input trend_length = 200  in 50..400 step 10  unit "candles"  "Length of the trend average."
                    input rsi_length   = 14   in 2..30            unit "candles"  "Length of the RSI."
                    input oversold     = 30.0 in 10.0..45.0                       "RSI below which a dip counts."
                    input average      = "ema" in ["sma", "ema"]                  "Kind of the trend average."
                    input stop_size    = 2.0  in 1.0..4.0         unit "× ATR14"  "Distance of the stop."

                    trend = ma(average, close, trend_length)
                    r     = rsi(close, rsi_length)

                    enter long  when crossover(r, oversold) and close > trend
                    enter short when crossunder(r, 100 - oversold) and close < trend
                    exit long   when r > 70 or close < trend
                    exit short  when r < 30 or close > trend
                    exit after 100 bars

                    stop   stop_size * atr(14)
                    target 2 * stop
                    """),
            template(Template.Kind.TREND, """
                    strategy "Average cross with a trailing stop"
                    "Follows a fast average across a slow one, in the direction of a longer timeframe."

                    input fast  = 20  in 5..50 step 5     unit "candles"  "Length of the fast average."
                    input slow  = 100 in 50..250 step 10  unit "candles"  "Length of the slow average."
                    input trail_size = 3.0 in 1.5..6.0    unit "× ATR14"  "Distance of the trailing stop."
                    input filter = yes in [yes, no]                       "Trade with the daily trend only."

                    require fast < slow

                    fast_line = ema(close, fast)
                    slow_line = ema(close, slow)
                    day_trend = on("1d", close > ema(close, 20))

                    enter long  when crossover(fast_line, slow_line) and (not filter or day_trend)
                    enter short when crossunder(fast_line, slow_line) and not (filter and day_trend)

                    stop  trail_size * atr(14)
                    trail following trail_size * atr(14)
                    size  risk 1%
                    """),
            template(Template.Kind.BREAKOUT, """
                    strategy "Channel breakout on volume"
                    "Buys a close above the highest high of the last bars when volume confirms it."

                    input channel  = 55  in 20..120 step 5  unit "candles"    "Bars of the channel."
                    input leave    = 20  in 5..60 step 5    unit "candles"    "Bars of the channel that ends a trade."
                    input confirms = 1.5 in 1.0..3.0        unit "× average"  "Volume that confirms a breakout."

                    require leave < channel

                    busy = volume > confirms * sma(volume, 50)

                    enter long  when close > highest(high, channel)[1] and busy
                    enter short when close < lowest(low, channel)[1] and busy
                    exit long   when close < lowest(low, leave)[1]
                    exit short  when close > highest(high, leave)[1]

                    stop      2.5 * atr(20)
                    breakeven after 2 * stop
                    size      risk 1%
                    """),
            template(Template.Kind.PATTERN, """
                    strategy "Failed breakdown"
                    "Buys when a bar falls below the last confirmed low and closes above it again."

                    input width = 5   in 2..15      unit "candles"  "Bars on each side of a low."
                    input wick  = 0.5 in 0.2..0.9                   "Least share of the bar below its body."
                    input reach = 2.0 in 1.0..5.0   unit "× stop"   "Distance of the target."

                    last_low  = valuewhen(pivotlow(low, width, width) > 0, low[width])
                    body_low  = min(open, close)
                    long_wick = body_low - low > wick * (high - low)

                    enter long when low < last_low and close > last_low and long_wick

                    stop long at low - 0.2 * atr(14)
                    target reach * stop
                    exit after 50 bars
                    """),
            template(Template.Kind.TIME_OF_DAY, """
                    strategy "Morning range"
                    "Trades a break of the day's first hours on work days and is out by the evening; for candles shorter than an hour."

                    input range_end = 8   in 4..12     unit "h UTC"    "Hour at which the morning's range is complete."
                    input last_hour = 20  in 15..23    unit "h UTC"    "Hour from which positions are closed."
                    input stop_size = 1.5 in 0.5..4.0  unit "× ATR14"  "Distance of the stop."

                    complete = hour >= range_end and hour[1] < range_end
                    top      = valuewhen(complete, on("1h", highest(high, range_end)))
                    bottom   = valuewhen(complete, on("1h", lowest(low, range_end)))
                    trading  = weekday <= 5 and hour >= range_end and hour < last_hour

                    enter long  when trading and crossover(close, top)
                    enter short when trading and crossunder(close, bottom)
                    exit when hour >= last_hour

                    stop   stop_size * atr(14)
                    target 2 * stop
                    """));

    private Templates() {}

    private static Template template(Template.Kind kind, String text) {
        String title = text.substring(text.indexOf('"') + 1, text.indexOf("\"\n"));
        return new Template(kind, title, text);
    }

    /** All templates; the first is the one to show first. */
    public static List<Template> all() {
        return ALL;
    }

    /** The template of that name; empty when there is none. */
    public static Optional<Template> find(String name) {
        return ALL.stream().filter(template -> template.name().equals(name)).findFirst();
    }
}
