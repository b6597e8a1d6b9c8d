package studio.server.strategy;

import java.util.List;
import studio.model.strategy.ParameterInfo;

/**
 * A text that can be saved, with what stands beside it.
 *
 * @param id drawn before it is saved, so that a retried request saves nothing twice
 * @param hash SHA-256 of the text in UTF-8, lower-case hexadecimal
 */
public record NewVersion(
        String id,
        String title,
        String description,
        String text,
        String hash,
        String author,
        String note,
        int minCandles,
        List<ParameterInfo> parameters) {
    public NewVersion {
        parameters = List.copyOf(parameters);
    }
}
