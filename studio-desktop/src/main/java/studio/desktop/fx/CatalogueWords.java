package studio.desktop.fx;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import studio.model.strategy.ParameterInfo;
import studio.model.strategy.StrategyInfo;

/**
 * Titles, descriptions, helps and units of strategies in the app's language. They come in the server's English and are found
 * by exactly those words; what is not found, e.g. of a plug-in or a newer server, stays as it came. Thread-safe.
 */
public final class CatalogueWords {
    private static final Map<String, String> KEYS = Texts.keysByEnglish("catalogue.");

    private CatalogueWords() {}

    /** The strategies with names as they were and words in the app's language. */
    public static List<StrategyInfo> of(List<StrategyInfo> strategies) {
        return strategies.stream().map(CatalogueWords::of).toList();
    }

    /** What people call each strategy, by its name. */
    public static Map<String, String> titles(List<StrategyInfo> strategies) {
        return strategies.stream().collect(Collectors.toMap(StrategyInfo::name, s -> said(s.title()), (a, b) -> a));
    }

    private static StrategyInfo of(StrategyInfo s) {
        return new StrategyInfo(
                s.name(),
                said(s.title()),
                said(s.description()),
                s.minCandles(),
                s.parameters().stream().map(CatalogueWords::of).toList());
    }

    private static ParameterInfo of(ParameterInfo p) {
        return new ParameterInfo(
                p.name(),
                p.type(),
                p.min(),
                p.max(),
                p.step(),
                p.values(),
                p.defaultValue(),
                said(p.unit()),
                said(p.help()),
                p.activeWhen());
    }

    private static String said(String english) {
        String key = KEYS.get(english);
        return key == null ? english : Texts.get(key);
    }
}
