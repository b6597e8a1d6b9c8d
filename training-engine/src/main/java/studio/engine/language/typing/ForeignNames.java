package studio.engine.language.typing;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.engine.language.function.Functions;
import studio.engine.language.function.Nearest;

/** Names that Pine Script, TA-Lib, MQL and Python have for what the language names otherwise. */
final class ForeignNames {
    private static final List<String> PREFIXES =
            List.of("ta.", "math.", "talib.", "ta_", "request.", "input.", "str.", "np.", "numpy.", "pd.", "strategy.");

    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("bb", "bollinger"),
            Map.entry("bbands", "bollinger"),
            Map.entry("bollinger_bands", "bollinger"),
            Map.entry("kc", "keltner"),
            Map.entry("dc", "donchian"),
            Map.entry("sar", "psar"),
            Map.entry("parabolic", "psar"),
            Map.entry("stochastic", "stoch"),
            Map.entry("stochf", "stoch"),
            Map.entry("crosses_above", "crossover"),
            Map.entry("crossed_above", "crossover"),
            Map.entry("cross_above", "crossover"),
            Map.entry("crossabove", "crossover"),
            Map.entry("crosses_below", "crossunder"),
            Map.entry("crossed_below", "crossunder"),
            Map.entry("cross_below", "crossunder"),
            Map.entry("crossbelow", "crossunder"),
            Map.entry("dmi", "adx"),
            Map.entry("plus_di", "di_plus"),
            Map.entry("minus_di", "di_minus"),
            Map.entry("linearreg", "linreg"),
            Map.entry("correl", "correlation"),
            Map.entry("corr", "correlation"),
            Map.entry("stddev", "stdev"),
            Map.entry("std", "stdev"),
            Map.entry("var", "variance"),
            Map.entry("average", "sma"),
            Map.entry("avg", "sma"),
            Map.entry("mean", "sma"),
            Map.entry("rolling_mean", "sma"),
            Map.entry("smma", "rma"),
            Map.entry("wilder", "rma"),
            Map.entry("hull", "hma"),
            Map.entry("hullma", "hma"),
            Map.entry("lwma", "wma"),
            Map.entry("momentum", "mom"),
            Map.entry("mad", "cci"),
            Map.entry("trange", "tr"),
            Map.entry("truerange", "tr"),
            Map.entry("true_range", "tr"),
            Map.entry("natr", "atr"),
            Map.entry("hhv", "highest"),
            Map.entry("llv", "lowest"),
            Map.entry("bars_since", "barssince"),
            Map.entry("value_when", "valuewhen"),
            Map.entry("percent_rank", "percentrank"),
            Map.entry("ln", "log"),
            Map.entry("ceiling", "ceil"),
            Map.entry("trunc", "floor"),
            Map.entry("int", "floor"),
            Map.entry("absolute", "abs"),
            Map.entry("fillna", "nz"),
            Map.entry("coalesce", "nz"),
            Map.entry("security", "on"),
            Map.entry("timeframe", "on"),
            Map.entry("z_score", "zscore"));

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("price", "close"),
            Map.entry("last", "close"),
            Map.entry("c", "close"),
            Map.entry("o", "open"),
            Map.entry("h", "high"),
            Map.entry("l", "low"),
            Map.entry("v", "volume"),
            Map.entry("vol", "volume"),
            Map.entry("typical", "hlc3"),
            Map.entry("median", "hl2"),
            Map.entry("dayofweek", "weekday"),
            Map.entry("day_of_week", "weekday"),
            Map.entry("dayofmonth", "day"),
            Map.entry("hours", "hour"),
            Map.entry("minutes", "minute"),
            Map.entry("n", "bar_index"),
            Map.entry("bar", "bar_index"),
            Map.entry("index", "bar_index"),
            Map.entry("stop_distance", "stop"),
            Map.entry("true_range", "tr"));

    private static final Map<String, String> OUTPUTS = Map.ofEntries(
            Map.entry("hist", "histogram"),
            Map.entry("macd", "line"),
            Map.entry("basis", "middle"),
            Map.entry("mid", "middle"),
            Map.entry("sma", "middle"),
            Map.entry("up", "upper"),
            Map.entry("top", "upper"),
            Map.entry("high", "upper"),
            Map.entry("upperband", "upper"),
            Map.entry("down", "lower"),
            Map.entry("dn", "lower"),
            Map.entry("bottom", "lower"),
            Map.entry("low", "lower"),
            Map.entry("lowerband", "lower"),
            Map.entry("trend", "direction"),
            Map.entry("dir", "direction"),
            Map.entry("slowk", "k"),
            Map.entry("slowd", "d"),
            Map.entry("value", "line"));

    /** What elsewhere stands for a value that is not there. */
    private static final Set<String> MISSING = Set.of("na", "nan", "null", "none", "nil");

    private ForeignNames() {}

    /** The function that was meant: by its name elsewhere, or the nearest of those names. */
    static Optional<String> function(String written, Collection<String> own) {
        String bare = bare(written);
        if (Functions.find(bare).isPresent() || bare.equals("on")) {
            return Optional.of(bare);
        }
        String known = FUNCTIONS.get(bare);
        return known != null
                ? Optional.of(known)
                : Nearest.among(bare, own).stream().findFirst();
    }

    /** The column, name or function that was meant. */
    static Optional<String> value(String written, Collection<String> own) {
        String bare = bare(written);
        if (own.contains(bare)) {
            return Optional.of(bare);
        }
        String known = VALUES.get(bare);
        return known != null
                ? Optional.of(known)
                : Nearest.among(bare, own).stream().findFirst();
    }

    /** The output that was meant. */
    static Optional<String> output(String written, List<String> outputs) {
        String known = OUTPUTS.get(written.toLowerCase(Locale.ROOT));
        return known != null && outputs.contains(known)
                ? Optional.of(known)
                : Nearest.among(written, outputs).stream().findFirst();
    }

    static boolean isMissing(String name) {
        return MISSING.contains(name.toLowerCase(Locale.ROOT));
    }

    private static String bare(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        for (String prefix : PREFIXES) {
            if (lower.startsWith(prefix) && lower.length() > prefix.length()) {
                return lower.substring(prefix.length());
            }
        }
        // MetaTrader: iRSI, iMA.
        String mql = lower.substring(Math.min(1, lower.length()));
        return written.startsWith("i") && Functions.find(mql).isPresent() ? mql : lower;
    }
}
