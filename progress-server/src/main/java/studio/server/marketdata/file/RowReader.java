package studio.server.marketdata.file;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a file row by row. Not thread-safe. */
interface RowReader {
    /** The next row with something in it; null at the end. */
    @Nullable
    Row next() throws IOException;

    /** What the columns are taken for, known once a candle was read. */
    List<String> columns();

    /** How times are written, known once a candle was read. */
    String timeFormat();

    /** {@code comma}, {@code semicolon}, {@code tab}; null where nothing separates columns. */
    @Nullable
    String separator();

    /** Whether a line named the columns. */
    boolean hasHeader();
}
