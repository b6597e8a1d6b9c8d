package studio.model.strategy;

import java.util.List;

/**
 * One function of the strategy language, with the help that an editor and the documents show.
 *
 * @param name as in a text, e.g. {@code rsi}
 * @param signature as it would be written, e.g. {@code macd(x, fast, slow, signal)}
 * @param parameters in their order; those with a default may be left out from the end
 * @param outputs {@code value} for a function with one output; else the names after the dot
 * @param group e.g. {@code Averages}
 * @param summary one sentence
 * @param formula in plain text
 * @param warmUp the bars without a value, in words
 * @param source where the definition comes from
 * @param example one line of a text
 */
public record FunctionInfo(
        String name,
        String signature,
        List<FunctionParameter> parameters,
        List<String> outputs,
        String group,
        String summary,
        String formula,
        String warmUp,
        String source,
        String example) {
    public FunctionInfo {
        parameters = List.copyOf(parameters);
        outputs = List.copyOf(outputs);
    }
}
