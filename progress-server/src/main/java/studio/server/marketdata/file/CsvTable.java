package studio.server.marketdata.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV, cut by FastCSV. Lines without any text are passed over. Not thread-safe. */
final class CsvTable implements Table {
    private static final int LONGEST = 2000;
    private static final int MOST_FIELDS = 200;
    /** A field that is longer is none, but an open quotation mark or no text at all. */
    private static final int LARGEST_FIELD = 1 << 20;

    private final char separator;
    private final CloseableIterator<Entry> rows;
    private long lastLine;

    CsvTable(Reader text, char separator) {
        this.separator = separator;
        this.rows = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraCharsAfterClosingQuote(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LARGEST_FIELD)
                .build(new Rows(), text)
                .iterator();
    }

    @Override
    public @Nullable Entry next() throws IOException {
        try {
            while (rows.hasNext()) {
                Entry row = rows.next();
                lastLine = row.line();
                if (row.fault() != null || !isBlank(row)) {
                    return row;
                }
            }
            return null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            // What the stream throws, a cancelled import for one, comes wrapped.
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new UnusableFileException(
                    "The text cannot be cut into columns after line " + lastLine
                            + ": a field does not end. Is a quotation mark left open?",
                    e);
        }
    }

    private static boolean isBlank(Entry row) {
        for (int i = 0; i < row.fields().length; i++) {
            if (!row.text(i).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public String separator() {
        return switch (separator) {
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case '|' -> "bar";
            default -> "comma";
        };
    }

    /** Makes a row of the fields that FastCSV finds. */
    private static final class Rows extends AbstractBaseCsvCallbackHandler<Entry> {
        private @Nullable String[] fields = new @Nullable String[16];
        private int size = 8;
        private int count;
        private int length;
        private boolean lines;

        @Override
        protected void handleBegin(long startingLineNumber) {
            count = 0;
            length = 0;
            lines = false;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int size, boolean quoted) {
            length += size + 1;
            if (length > LONGEST || count >= MOST_FIELDS) {
                return;
            }
            int start = offset;
            int end = offset + size;
            while (start < end && isPadding(buffer[start])) {
                start++;
            }
            while (end > start && isPadding(buffer[end - 1])) {
                end--;
            }
            for (int i = start; quoted && i < end; i++) {
                lines |= buffer[i] == '\n' || buffer[i] == '\r';
            }
            if (count == fields.length) {
                fields = Arrays.copyOf(fields, count * 2);
            }
            fields[count++] = new String(buffer, start, end - start);
        }

        /** Blanks, hard blanks, and quotation marks that stand where none can. */
        private static boolean isPadding(char c) {
            return c <= ' ' || c == '\u00a0' || c == '"';
        }

        @Override
        protected Entry buildRecord() {
            size = Math.max(1, count);
            long line = getStartingLineNumber();
            String fault = length > LONGEST
                    ? "longer than " + LONGEST + " characters"
                    : lines ? "a quotation mark is left open: a field goes over several lines" : null;
            return new Entry(line, Arrays.copyOf(fields, size), fault);
        }
    }
}
