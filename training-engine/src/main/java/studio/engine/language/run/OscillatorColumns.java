package studio.engine.language.run;

import static studio.engine.language.run.ColumnFunction.of;

import java.util.List;
import studio.engine.indicator.Directional;
import studio.engine.indicator.Macd;
import studio.engine.indicator.Oscillators;
import studio.engine.indicator.Stochastic;
import studio.engine.language.run.ColumnFunction.Arguments;
import studio.engine.market.Candles;

/** Oscillators and directional movement as columns. */
final class OscillatorColumns {
    private OscillatorColumns() {}

    static List<ColumnFunction> all() {
        return List.of(
                of("rsi", l -> l.whole(1), a -> Oscillators.rsi(a.numbers(0), a.whole(1)))
                        .known(a -> a.isClose(0) ? a.data().rsi(a.whole(1)) : null),
                of(
                        "macd",
                        l -> Math.max(l.whole(1), l.whole(2)) - 1 + (l.output().equals("line") ? 0 : l.whole(3) - 1),
                        OscillatorColumns::macd),
                of(
                        "stoch",
                        l -> l.whole(0) + l.whole(1) - 2 + (l.output().equals("k") ? 0 : l.whole(2) - 1),
                        OscillatorColumns::stoch),
                of("cci", l -> l.whole(1) - 1, a -> Oscillators.cci(a.numbers(0), a.whole(1))),
                of(
                        "mfi",
                        l -> l.whole(1),
                        a -> Oscillators.mfi(a.numbers(0), a.candles().volume(), a.whole(1))),
                of("roc", l -> l.whole(1), a -> Oscillators.roc(a.numbers(0), a.whole(1))),
                of("percentrank", l -> l.whole(1), a -> Oscillators.percentRank(a.numbers(0), a.whole(1))),
                of("zscore", l -> l.whole(1) - 1, a -> Oscillators.zScore(a.numbers(0), a.whole(1))),
                of("adx", l -> 2 * l.whole(0) - 1, a -> {
                    Candles c = a.candles();
                    return Directional.adx(c.high(), c.low(), c.close(), a.whole(0));
                }),
                of("di_plus", l -> l.whole(0), a -> {
                    Candles c = a.candles();
                    return Directional.plus(c.high(), c.low(), c.close(), a.whole(0));
                }),
                of("di_minus", l -> l.whole(0), a -> {
                    Candles c = a.candles();
                    return Directional.minus(c.high(), c.low(), c.close(), a.whole(0));
                }));
    }

    private static double[][] macd(Arguments a) {
        Macd macd = Oscillators.macd(a.numbers(0), a.whole(1), a.whole(2), a.whole(3));
        return new double[][] {macd.line(), macd.signal(), macd.histogram()};
    }

    private static double[][] stoch(Arguments a) {
        Candles c = a.candles();
        Stochastic stoch = Oscillators.stoch(c.high(), c.low(), c.close(), a.whole(0), a.whole(1), a.whole(2));
        return new double[][] {stoch.k(), stoch.d()};
    }
}
