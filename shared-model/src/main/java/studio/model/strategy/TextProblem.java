package studio.model.strategy;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a strategy's text.
 *
 * @param line 1 for the first one
 * @param column 1 for the first character of the line, counted in UTF-16 units
 * @param length of the wrong part in UTF-16 units, at least 1; it does not go beyond the line
 * @param message a sentence that says what was found and what is possible there
 * @param suggestion what probably was meant, as it would be written; null when nothing is near
 */
public record TextProblem(
        int line,
        int column,
        int length,
        String message,
        @Nullable String suggestion) {}
