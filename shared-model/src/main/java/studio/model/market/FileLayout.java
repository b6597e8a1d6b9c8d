package studio.model.market;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file was understood.
 *
 * @param container {@code plain}, {@code gzip} or {@code zip}
 * @param format {@code csv} or {@code json}
 * @param separator {@code comma}, {@code semicolon}, {@code tab} or {@code bar}; null for JSON
 * @param hasHeader whether a line names the columns
 * @param columns their names, the header's or those that they were taken for
 * @param timeFormat {@code date} or {@code epoch seconds, milliseconds, microseconds, nanoseconds}
 * @param remarks what was understood beside that, and what was chosen where a file leaves a choice, in sentences
 * @param choices what somebody said about the file; null in reports of earlier versions
 */
public record FileLayout(
        String container,
        String format,
        @Nullable String separator,
        boolean hasHeader,
        List<String> columns,
        String timeFormat,
        List<String> remarks,
        @Nullable ImportChoices choices) {
    /** Reports that were written before there were remarks have none. */
    @SuppressWarnings("ConstantConditions")
    public FileLayout {
        remarks = remarks == null ? List.of() : List.copyOf(remarks);
    }

    /** The same with those remarks. */
    public FileLayout with(List<String> others) {
        return new FileLayout(container, format, separator, hasHeader, columns, timeFormat, others, choices);
    }
}
