package studio.desktop.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Texts;
import studio.model.job.ParameterRange;
import studio.model.strategy.ParameterInfo;
import studio.model.strategy.StrategyInfo;

/**
 * One parameter of the best trial as a table shows it.
 *
 * @param unit empty while the strategy's description is not known
 * @param range that the optimizer searched, e.g. {@code 0.0005 – 0.005}
 */
public record ParameterRow(String name, String value, String unit, String range, String help) {

    /** In the strategy's own order where it is known; {@code searched} replaces the strategy's ranges. */
    public static List<ParameterRow> of(
            Map<String, Object> params,
            @Nullable StrategyInfo strategy,
            Map<String, ParameterRange> searched,
            FigureFormat format) {
        List<ParameterRow> rows = new ArrayList<>();
        List<ParameterInfo> declared = strategy == null ? List.of() : strategy.parameters();
        for (ParameterInfo info : declared) {
            if (params.containsKey(info.name())) {
                rows.add(new ParameterRow(
                        info.name(),
                        format.parameter(params.get(info.name())),
                        info.unit(),
                        range(info, searched.get(info.name()), format),
                        info.help()));
            }
        }
        for (Map.Entry<String, Object> param : params.entrySet()) {
            if (declared.stream().noneMatch(info -> info.name().equals(param.getKey()))) {
                rows.add(new ParameterRow(param.getKey(), format.parameter(param.getValue()), "", "", ""));
            }
        }
        return rows;
    }

    private static String range(ParameterInfo info, @Nullable ParameterRange own, FigureFormat format) {
        if (own != null) {
            return words(own.min(), own.max(), own.step(), own.values(), format);
        }
        return words(info.min(), info.max(), info.step(), info.values(), format);
    }

    private static String words(
            @Nullable Double min,
            @Nullable Double max,
            @Nullable Double step,
            @Nullable List<Object> values,
            FigureFormat format) {
        if (values != null) {
            return String.join(", ", values.stream().map(format::parameter).toList());
        }
        if (min == null || max == null) {
            return "";
        }
        String ends = format.parameter(min) + " – " + format.parameter(max);
        return step == null ? ends : Texts.get("results.range.step", ends, format.parameter(step));
    }
}
