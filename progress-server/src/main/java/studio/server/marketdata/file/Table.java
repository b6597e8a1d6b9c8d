package studio.server.marketdata.file;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file as rows of texts, whatever it is written in. Not thread-safe. */
interface Table {
    /** The next row; null at the end. */
    @Nullable
    Entry next() throws IOException;

    /** The names of the fields by what was read so far; empty where only a row of the table can name them. */
    List<String> names();

    /** {@code csv} or {@code json}. */
    String format();

    /** {@code comma}, {@code semicolon}, {@code tab}, {@code bar}; null where nothing separates columns. */
    @Nullable
    String separator();

    /**
     * One row.
     *
     * @param line where it stands, from 1
     * @param fields what it holds, without blanks around; a field is null where there is none
     * @param fault why it cannot be read; null for none
     */
    record Entry(
            long line, @Nullable String[] fields, @Nullable String fault) {
        /** The field's text; empty where there is none. */
        String text(int index) {
            String text = index < 0 || index >= fields.length ? null : fields[index];
            return text == null ? "" : text;
        }
    }
}
