package studio.engine.language.run;

import static studio.engine.language.run.ColumnFunction.of;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.engine.indicator.Averages;
import studio.engine.language.run.ColumnFunction.Arguments;

/** Averages as columns. */
final class AverageColumns {
    private static final int KAMA_FAST = 2;
    private static final int KAMA_SLOW = 30;

    private AverageColumns() {}

    static List<ColumnFunction> all() {
        return List.of(
                of("sma", l -> warmUp("sma", l.whole(1)), a -> average("sma", a, 0, 1))
                        .known(a -> known("sma", a, 0, 1)),
                of("ema", l -> warmUp("ema", l.whole(1)), a -> average("ema", a, 0, 1))
                        .known(a -> known("ema", a, 0, 1)),
                of("rma", l -> warmUp("rma", l.whole(1)), a -> average("rma", a, 0, 1)),
                of("wma", l -> warmUp("wma", l.whole(1)), a -> average("wma", a, 0, 1)),
                of("hma", l -> warmUp("hma", l.whole(1)), a -> average("hma", a, 0, 1)),
                of("vwma", l -> warmUp("vwma", l.whole(1)), a -> average("vwma", a, 0, 1)),
                of("dema", l -> warmUp("dema", l.whole(1)), a -> average("dema", a, 0, 1)),
                of("tema", l -> warmUp("tema", l.whole(1)), a -> average("tema", a, 0, 1)),
                of(
                        "kama",
                        l -> warmUp("kama", l.whole(1)),
                        a -> Averages.kama(a.numbers(0), a.whole(1), a.whole(2), a.whole(3))),
                of("ma", l -> warmUp(l.text(0), l.whole(2)), a -> average(a.text(0), a, 1, 2))
                        .known(a -> known(a.text(0), a, 1, 2)));
    }

    private static double @Nullable [] known(String kind, Arguments a, int x, int length) {
        if (!a.isClose(x)) {
            return null;
        }
        return switch (kind) {
            case "sma" -> a.data().sma(a.whole(length));
            case "ema" -> a.data().ema(a.whole(length));
            default -> null;
        };
    }

    private static double[] average(String kind, Arguments a, int x, int length) {
        double[] values = a.numbers(x);
        int n = a.whole(length);
        return switch (kind) {
            case "sma" -> Averages.sma(values, n);
            case "ema" -> Averages.ema(values, n);
            case "rma" -> Averages.rma(values, n);
            case "wma" -> Averages.wma(values, n);
            case "hma" -> Averages.hma(values, n);
            case "vwma" -> Averages.vwma(values, a.candles().volume(), n);
            case "dema" -> Averages.dema(values, n);
            case "tema" -> Averages.tema(values, n);
            case "kama" -> Averages.kama(values, n, KAMA_FAST, KAMA_SLOW);
            default -> throw new IllegalArgumentException("'" + kind + "' is no kind of average");
        };
    }

    /** Of a kind that is not known, the longest of all. */
    private static int warmUp(@Nullable String kind, int length) {
        if (kind == null) {
            return Math.max(length, 3 * (length - 1));
        }
        return switch (kind) {
            case "hma" -> length + (int) Math.sqrt(length) - 2;
            case "dema" -> 2 * (length - 1);
            case "tema" -> 3 * (length - 1);
            case "kama" -> length;
            default -> length - 1;
        };
    }
}
