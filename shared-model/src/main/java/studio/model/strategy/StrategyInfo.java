package studio.model.strategy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One strategy as a form draws it; of a written one, its newest version.
 *
 * @param name the identifier, e.g. {@code LIQUIDITY_SWEEP}; of a written one made from its first title, and never changed
 * @param title for people
 * @param minCandles the fewest candles that a training on it accepts
 * @param version the newest version of a written strategy; null for others
 * @param text as an analyst could have written it; null for a strategy that the language cannot say
 * @param archived taken out of lists and forms
 * @param origin what a written strategy was copied from; null for others
 */
public record StrategyInfo(
        String name,
        String title,
        String description,
        int minCandles,
        List<ParameterInfo> parameters,
        StrategyKind kind,
        @Nullable Integer version,
        @Nullable String text,
        boolean archived,
        @Nullable StrategyOrigin origin) {

    public StrategyInfo {
        parameters = List.copyOf(parameters);
    }

    /** A built-in strategy without a text. */
    public StrategyInfo(String name, String title, String description, int minCandles, List<ParameterInfo> parameters) {
        this(name, title, description, minCandles, parameters, StrategyKind.BUILT_IN, null, null, false, null);
    }
}
