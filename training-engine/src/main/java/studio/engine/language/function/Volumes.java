package studio.engine.language.function;

import static studio.engine.language.function.Declared.function;

import java.util.List;

/** Measures of volume. */
final class Volumes {
    private static final String GROUP = "Volume";

    private Volumes() {}

    static List<Function> all() {
        return List.of(
                function(GROUP, "obv")
                        .help(
                                "On-balance volume: volume added on rising closes and taken off on falling ones. Written obv or"
                                        + " obv().",
                                "obv = obv[1] + volume if close > close[1], − volume if close < close[1]",
                                "none",
                                "Joseph Granville (1963); TA-Lib OBV, which begins with the first volume; Pine's ta.obv begins with 0",
                                "confirmed = obv > sma(obv, 20)"),
                function(GROUP, "vwap")
                        .help(
                                "Volume-weighted average price since the bar's trading day began: at 00:00 UTC for most"
                                        + " crypto. Written vwap or vwap().",
                                "sum of hlc3 × volume / sum of volume, from the day's first bar on",
                                "none",
                                "Pine ta.vwap(hlc3) with the anchor at the trading day",
                                "above = close > vwap"));
    }
}
