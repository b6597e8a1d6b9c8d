package studio.engine.language;

/** Texts that the tests of this package read. */
final class WrittenExamples {
    static final String DIP_IN_AN_UPTREND = """
            strategy "Dip in an uptrend"
            "Buys when an oversold RSI turns up while the long trend is up."

            input trend_length = 200  in 50..400 step 10   unit "candles"  "Length of the trend average."
            input rsi_length   = 14   in 2..30
            input oversold     = 30.0 in 10.0..45.0
            input average      = "ema" in ["sma", "ema"]
            input stop_size    = 2.0  in 1.0..4.0          unit "× ATR14"

            trend = ma(average, close, trend_length)
            r     = rsi(close, rsi_length)

            require oversold < 50

            enter long  when crossover(r, oversold) and close > trend
            enter short when crossunder(r, 100 - oversold) and close < trend
            exit long   when r > 70 or close < trend
            exit        after 100 bars

            stop   stop_size * atr(14)
            target 2 * stop
            trail  3 * atr(14)
            """;

    static final String EVERY_STATEMENT = """
            // Every statement, once or twice.
            strategy "Every statement"
            input fast  = 10 in 2..50 step 2 "Fast length."
            input slow  = 50 in [30, 50, 75]
            input quiet = yes in [yes, no]
            input width = 2.0 in 0.5..4.0 step 0.5 when quiet == yes
            input kind  = "a" in ["a", "b", "c"]
            input extra = 1.5 in 1.0..2.0 when kind in ["a", "b"]
            require fast < slow   # comments may stand here
            m = macd(close, 12, 26, 9)
            band = bollinger(close, slow, width)
            calm = quiet ? band.upper - band.lower < 5% * close : yes
            longer = on("4h", ema(close, 50))
            up = close > longer
                and m.histogram > 0
                and (kind == "a" ? close[1] > open[1] : close > open)
            enter long when up and calm
            enter long when hour >= 9 and hour < 17 and weekday <= 5 and crossover(close, highest(high, fast)[1])
            enter short when not up and -m.line > m.signal and bar_index % 3 == 0
            exit long when crossunder(close, sma(close, fast))
            exit short when obv > sma(obv, 20)
            exit when tr > 4 * atr(14)
            exit after slow bars
            stop long at lowest(low, 20)
            stop short 2% * close
            target long 3 * stop
            target short at donchian(50).lower
            trail long following extra * atr(14)
            trail short at psar(0.02, 0.02, 0.2)
            breakeven after 1 * stop
            size risk 1%
            """;

    private WrittenExamples() {}
}
