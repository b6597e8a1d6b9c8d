package studio.engine.language.run;

import static studio.engine.language.run.ColumnFunction.of;

import java.util.List;
import studio.engine.indicator.Averages;
import studio.engine.indicator.Band;
import studio.engine.indicator.Supertrend;
import studio.engine.indicator.Volatility;
import studio.engine.indicator.Volumes;
import studio.engine.language.run.ColumnFunction.Arguments;
import studio.engine.market.Candles;

/**
 * Ranges, deviations, bands, stops and volume as columns. The edges of bands around an average are sums of columns and made bar by
 * bar ({@link Lowering}), so that a width that may be any number costs no column; only their middles are here.
 */
final class VolatilityColumns {
    private VolatilityColumns() {}

    static List<ColumnFunction> all() {
        return List.of(
                of("atr", l -> l.whole(0), VolatilityColumns::atr).known(VolatilityColumns::atr),
                of("tr", l -> 1, a -> {
                    Candles c = a.candles();
                    return Volatility.tr(c.high(), c.low(), c.close());
                }),
                of("stdev", l -> l.whole(1) - 1, a -> Volatility.stdev(a.numbers(0), a.whole(1)))
                        .known(a -> a.isClose(0) ? a.data().deviation(a.whole(1)) : null),
                of("variance", l -> l.whole(1) - 1, a -> Volatility.variance(a.numbers(0), a.whole(1))),
                of("bollinger", l -> l.whole(1) - 1, a -> middle(Averages.sma(a.numbers(0), a.whole(1)))),
                of("keltner", l -> l.whole(1) - 1, a -> middle(Averages.ema(a.numbers(0), a.whole(1)))),
                of("donchian", l -> l.whole(0) - 1, VolatilityColumns::donchian),
                of("supertrend", l -> l.whole(1), VolatilityColumns::supertrend),
                of(
                        "psar",
                        l -> 1,
                        a -> Volatility.psar(
                                a.candles().high(), a.candles().low(), a.number(0), a.number(1), a.number(2))),
                of(
                        "obv",
                        l -> 0,
                        a -> Volumes.obv(a.candles().close(), a.candles().volume())),
                of("vwap", l -> 0, a -> {
                    Candles c = a.candles();
                    return Volumes.vwap(c.clock(), c.time(), c.high(), c.low(), c.close(), c.volume());
                }));
    }

    private static double[] atr(Arguments a) {
        return a.data().atr(a.whole(0));
    }

    private static double[][] middle(double[] average) {
        return new double[][] {average};
    }

    private static double[][] donchian(Arguments a) {
        Band band = Volatility.donchian(a.candles().high(), a.candles().low(), a.whole(0));
        return new double[][] {band.upper(), band.lower(), band.middle()};
    }

    private static double[][] supertrend(Arguments a) {
        Candles c = a.candles();
        Supertrend trend = Volatility.supertrend(c.high(), c.low(), c.close(), a.number(0), a.whole(1));
        return new double[][] {trend.line(), trend.direction()};
    }
}
