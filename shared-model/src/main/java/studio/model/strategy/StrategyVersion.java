package studio.model.strategy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a written strategy. It never changes.
 *
 * @param name the strategy's identifier, the same for all of its versions
 * @param version 1 for the first one
 * @param title as this version's text says it
 * @param text exactly as it was saved
 * @param hash SHA-256 of the text in UTF-8, lower-case hexadecimal
 * @param author who saved it; empty when unknown
 * @param note what the author said of it; may be empty
 * @param parameters its inputs
 */
public record StrategyVersion(
        String name,
        int version,
        String title,
        String description,
        String text,
        String hash,
        String author,
        Instant savedAt,
        String note,
        int minCandles,
        List<ParameterInfo> parameters) {
    public StrategyVersion {
        parameters = List.copyOf(parameters);
    }

    /** This version as a form draws it. */
    public StrategyInfo info(boolean archived, @Nullable StrategyOrigin origin) {
        return new StrategyInfo(
                name,
                title,
                description,
                minCandles,
                parameters,
                StrategyKind.WRITTEN,
                version,
                text,
                archived,
                origin);
    }
}
