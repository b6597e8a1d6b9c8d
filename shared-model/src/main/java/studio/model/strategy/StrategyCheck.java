package studio.model.strategy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a text: all that is wrong with it, or what it is.
 *
 * @param problems empty for a text that can be saved
 * @param title null when the text has none
 * @param inputs of a text without problems; else empty
 * @param nodes operations a candle; 0 for a text with problems
 * @param warmUp candles before the first possible signal at the defaults
 * @param minCandles the fewest candles that a training accepts
 * @param familyTrials parameter sets that all versions and copies of the strategy have tried on the given market; null
 *     without a series or for a new strategy
 * @param outline the text's statements taken apart, also for a text with problems; empty for one that is too long to be read
 * @param preview null without a series or for a text with problems
 * @param previewProblem why there is no preview although a series was given; null otherwise
 */
public record StrategyCheck(
        List<TextProblem> problems,
        @Nullable String title,
        String description,
        List<ParameterInfo> inputs,
        int nodes,
        int warmUp,
        int minCandles,
        @Nullable Long familyTrials,
        List<OutlineRow> outline,
        @Nullable StrategyPreview preview,
        @Nullable String previewProblem) {
    public StrategyCheck {
        problems = List.copyOf(problems);
        inputs = List.copyOf(inputs);
        outline = List.copyOf(outline);
    }
}
