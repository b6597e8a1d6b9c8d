package studio.model.market;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file was understood.
 *
 * @param container {@code plain}, {@code gzip} or {@code zip}
 * @param format {@code csv} or {@code json}
 * @param separator {@code comma}, {@code semicolon} or {@code tab}; null for JSON
 * @param hasHeader whether a line names the columns
 * @param columns their names, the header's or those that they were taken for
 * @param timeFormat {@code date} or {@code epoch seconds, milliseconds, microseconds, nanoseconds}
 */
public record FileLayout(
        String container,
        String format,
        @Nullable String separator,
        boolean hasHeader,
        List<String> columns,
        String timeFormat) {}
